import type { Change, Holder } from '@contract/changes';
import type { Grant, Member, Resource, Snapshot } from '@contract/snapshot';
import type { Action } from '../../../src-main/policy/catalogue/role-schema';
import { resourceTarget, type Target, theWorkspace } from '../../../src-main/policy/decision/target';
import { judgeChange, mayGrant } from '../../../src-main/policy/granting/judge-change';
import { compile } from '../../../src-main/policy/policy';
import { buildSnapshot, member, resources } from '../../fixtures/snapshot';

/** A Business workspace of which everything was seen. */
export function business(parts: Partial<Snapshot> = {}): Snapshot {
  return workspaceOf('business', parts);
}

/** A workspace of that plan; `null`: cannot be seen. */
export function workspaceOf(plan: Snapshot['beyondApi']['plan'], parts: Partial<Snapshot> = {}): Snapshot {
  return buildSnapshot({
    beyondApi: { plan, hipaaEligible: null, actingToken: null, tokens: null },
    ...parts,
  });
}

/** One of each kind; the destination `D` follows the source `S`. */
export const oneOfEach: Resource[] = [
  resources.source('S', 'env:prod'),
  resources.destination('D', 'S'),
  resources.warehouse('W'),
  resources.space('P', ['env:prod']),
  resources.trackingPlan('T'),
  resources.function('F'),
];

/** The member `x` with these grants, among these resources. */
export function alone(grants: Member['grants'], list: readonly Resource[] = oneOfEach): Snapshot {
  return business({ members: [member('x', { grants })], resources: [...list] });
}

/** `SOURCE:S`, `SOURCE:S+WAREHOUSE:W`, or nothing for the workspace. */
export function target(text?: string): Target {
  if (text === undefined) return theWorkspace;
  const ends = text.split('+').map((part) => {
    const found = /^(SOURCE|DESTINATION|WAREHOUSE|SPACE|TRACKING_PLAN|FUNCTION):(.+)$/.exec(part);
    const type = found?.[1];
    switch (type) {
      case 'SOURCE':
      case 'DESTINATION':
      case 'WAREHOUSE':
      case 'SPACE':
      case 'TRACKING_PLAN':
      case 'FUNCTION':
        return { type, id: found?.[2] ?? '' } as const;
      default:
        throw new Error(`no target ${part}`);
    }
  });
  const [one, other] = ends;
  if (one === undefined) throw new Error('no target');
  return other === undefined ? resourceTarget(one) : { kind: 'pair', ends: [one, other] };
}

/** The decision about the member `x`. */
export function decideFor(snapshot: Snapshot, action: Action, text?: string) {
  return compile(snapshot).decide('x', action, target(text));
}

/** The effect for the member `x`. */
export function effectFor(snapshot: Snapshot, action: Action, text?: string) {
  return decideFor(snapshot, action, text).effect;
}

/** Whether `x` may be given this. */
export function grantVerdict(snapshot: Snapshot, grant: Grant): string {
  const holder: Holder = { kind: 'member', id: 'x' };
  return mayGrant(snapshot, holder, grant).verdict;
}

/** Whether an owner's change is accepted. */
export function verdict(snapshot: Snapshot, change: Change): string {
  return judgeChange(snapshot, change).verdict;
}
