import type { Finding, FindingRule } from '@contract/findings';
import type { Reference } from '@contract/inspect';
import { viewGrant } from '../inspect/grant-view';
import type { WorkspaceFacts } from '../lists/relations/facts';
import type { HeldGrant } from '../lists/relations/held-grants';
import type { Policy } from '../policy/policy';
import type { Extents } from './extents';

/** What the rules look at: one compiled policy with its look-ups. */
export interface Looked {
  readonly policy: Policy;
  readonly facts: WorkspaceFacts;
  readonly extents: Extents;
  /** Every grant of every holder that could be read, with its power in the world. */
  readonly grants: readonly LookedGrant[];
}

/** A grant with its power: what it would open for whoever certainly holds it. */
export interface LookedGrant {
  readonly held: HeldGrant;
  /** The number of its power in the world. */
  readonly power: number;
}

/** What a rule found. */
export interface Found {
  readonly findings: readonly Finding[];
  /** Why there may be more; `null` where these are all. */
  readonly unknown: string | null;
}

/** One rule: what it is called, why it matters, how it decides. */
export interface Rule {
  readonly rule: FindingRule;
  readonly title: string;
  readonly why: string;
  readonly how: string;
  readonly look: (looked: Looked) => Found;
}

/** So many subjects are named in one finding; the rest is counted. */
const MOST_SUBJECTS = 20;

/** Makes a finding about some things; `of` counts all of them. */
export function about(
  rule: FindingRule,
  id: string,
  subjects: readonly Reference[],
  evidence: string,
  fix: Finding['fix'] = null,
): Finding {
  return {
    id: `${rule} ${id}`,
    rule,
    subjects: subjects.slice(0, MOST_SUBJECTS),
    of: subjects.length,
    grant: null,
    evidence,
    fix,
  };
}

/** Makes a finding about a grant; the fix is to take it away. */
export function aboutGrant(
  rule: FindingRule,
  { facts }: Looked,
  { held }: LookedGrant,
  evidence: string,
): Finding {
  const { holder, grant, position } = held;
  return {
    id: `${rule} ${position}`,
    rule,
    subjects: [{ subject: { kind: holder.kind, id: holder.id }, name: holder.name }],
    of: 1,
    grant: viewGrant(facts, held),
    evidence,
    fix: { kind: 'removeGrant', holder: { kind: holder.kind, id: holder.id }, grant },
  };
}

/** `1 source`, `12 sources`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
