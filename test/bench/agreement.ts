import type { Change } from '@contract/changes';
import { Random } from '../src-main/policy/random-world';
import { NaivePeer } from './naive-peer';
import { levelBy, type Peer, type Question } from './peer';
import { after, levelFor, type Subject } from './subject';

function same(one: unknown, other: unknown, what: string): void {
  if (one !== other) throw new Error(`disagreement about ${what}: ${String(one)} and ${String(other)}`);
}

/** Throws unless ours and the peer answer these questions alike, by level, by decision and by handle. */
export function agreeOnQuestions(
  { policy, handles }: Subject,
  peer: Peer,
  questions: readonly Question[],
): void {
  questions.forEach(({ memberId, resource, key, action }, at) => {
    const theirs = peer.may(memberId, key, action);
    const what = `${peer.name}: ${memberId} ${action} ${key}`;
    same(policy.matrix.level(memberId, resource) >= levelFor(action), theirs, what);
    const handle = handles[at];
    if (handle === undefined) throw new Error(`no handle for question ${at}`);
    same(policy.matrix.levelAt(handle.row, handle.column) >= handle.enough, theirs, `${what} by handle`);
    const decided = policy.check(memberId, action, { kind: 'resource', ...resource }) === 'allowed';
    same(decided, theirs, `${what} as a decision`);
  });
}

/** Throws unless ours and the peer give these members the same level on so many resources. */
export function agreeOnRows({ policy, snapshot }: Subject, peer: Peer, members: readonly string[]): void {
  for (const memberId of members) {
    for (const resource of snapshot.resources) {
      const key = `${resource.type}:${resource.id}`;
      same(policy.matrix.level(memberId, resource), levelBy(peer, memberId, key), `${memberId} on ${key}`);
    }
  }
}

/** Throws unless ours and the naive peer name the same people for each asked source. */
export function agreeOnPeople({ policy, snapshot, asked }: Subject, naive: NaivePeer): void {
  for (const target of asked) {
    const theirs = snapshot.members.filter(({ id }) => naive.may(id, `SOURCE:${target.id}`, 'view'));
    same(policy.whoCanReach(target).allowed.join(), theirs.map(({ id }) => id).join(), target.id);
  }
}

/**
 * Throws unless a change's effect is what two naive peers, before and after, tell
 * apart: for the rows of some members on every resource. The count is compared with the list.
 */
export function agreeOnEffect(
  { policy, snapshot }: Subject,
  naive: NaivePeer,
  change: Change,
  members: number,
): void {
  const result = policy.effect([change]);
  if (result.kind === 'impossible') throw new Error(result.reason);
  const random = new Random(17);
  const sample = new Set(Array.from({ length: members }, () => random.pick(snapshot.members).id));
  const ours = new Set<string>();
  let changed = 0;
  for (const { memberId, resource, before, after: later } of result.effect.changes()) {
    changed += 1;
    if (sample.has(memberId) && (before & 3) !== (later & 3)) {
      ours.add(`${memberId} ${resource.type}:${resource.id}`);
    }
  }
  same(result.effect.counts.cells, changed, `the number of cells that ${change.kind} changes`);
  const later = new NaivePeer(after(snapshot, change));
  const theirs = new Set<string>();
  for (const memberId of sample) {
    for (const { type, id } of snapshot.resources) {
      const key = `${type}:${id}`;
      if (naive.level(memberId, key) !== later.level(memberId, key)) theirs.add(`${memberId} ${key}`);
    }
  }
  same([...ours].sort().join(), [...theirs].sort().join(), `what ${change.kind} changes`);
}
