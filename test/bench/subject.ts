import type { Change } from '@contract/changes';
import type { Snapshot } from '@contract/snapshot';
import { apply } from '../../src-main/policy/changes/apply';
import { compile, type Policy } from '../../src-main/policy/policy';
import { Random } from '../src-main/policy/random-world';
import type { Question } from './peer';

/** What is measured on one workload: the compiled policy, the questions, and two drafts. */
export interface Subject {
  readonly snapshot: Snapshot;
  readonly policy: Policy;
  readonly questions: readonly Question[];
  /** Rows and columns of the questions, for who has looked them up before. */
  readonly handles: readonly { readonly row: number; readonly column: number; readonly enough: number }[];
  /** Members whose whole rows are asked of peers: the whole matrix is extrapolated from them. */
  readonly sampleRows: readonly string[];
  /** Sources about which it is asked who can reach them. */
  readonly asked: readonly { readonly kind: 'resource'; readonly type: 'SOURCE'; readonly id: string }[];
  readonly grantChange: Change;
  readonly labelChange: Change;
}

const QUESTIONS = 20_000;
const SOURCES_ASKED = 8;

/** The level, as a thermometer code, that an action takes. */
export function levelFor(action: 'view' | 'edit'): number {
  return action === 'edit' ? 3 : 1;
}

/** The snapshot after a change. Throws when it cannot be made. */
export function after(snapshot: Snapshot, change: Change): Snapshot {
  const applied = apply(snapshot, change);
  if (applied.kind === 'impossible') throw new Error(applied.reason);
  return applied.snapshot;
}

function someQuestions(snapshot: Snapshot): Question[] {
  const random = new Random(11);
  return Array.from({ length: QUESTIONS }, (): Question => {
    const { id: memberId } = random.pick(snapshot.members);
    const { type, id } = random.pick(snapshot.resources);
    return {
      memberId,
      resource: { type, id },
      key: `${type}:${id}`,
      action: random.chance(0.5) ? 'view' : 'edit',
    };
  });
}

/** Prepares a workload for measuring; `sampleRows` members are picked for whole rows. */
export function subjectOf(snapshot: Snapshot, sampleRows: number): Subject {
  const policy = compile(snapshot);
  policy.matrix.fill();
  const { world } = policy.matrix;
  const questions = someQuestions(snapshot);
  const largest = [...snapshot.groups].sort(
    (one, other) => (other.memberIds?.length ?? 0) - (one.memberIds?.length ?? 0),
  )[0];
  const sources = snapshot.resources.filter((each) => each.type === 'SOURCE');
  const [source] = sources;
  const label = source?.labels[0];
  if (largest === undefined || source === undefined || label === undefined) {
    throw new Error('a workload without groups, sources or labels');
  }
  const random = new Random(13);
  return {
    snapshot,
    policy,
    questions,
    handles: questions.map(({ memberId, resource, action }) => ({
      row: world.memberRow[world.memberIndex.get(memberId) ?? 0] ?? 0,
      column: world.columns.byId[resource.type].get(resource.id) ?? 0,
      enough: levelFor(action),
    })),
    sampleRows: Array.from({ length: sampleRows }, () => random.pick(snapshot.members).id),
    asked: Array.from({ length: SOURCES_ASKED }, () => ({
      kind: 'resource' as const,
      type: 'SOURCE' as const,
      id: random.pick(sources).id,
    })),
    grantChange: {
      kind: 'addGrant',
      holder: { kind: 'group', id: largest.id },
      grant: {
        roleId: 'Source Admin',
        roleName: 'Source Admin',
        scope: { kind: 'labels', labels: [{ key: 'environment', value: 'v0' }] },
      },
    },
    labelChange: { kind: 'removeLabel', resource: { type: 'SOURCE', id: source.id }, label },
  };
}
