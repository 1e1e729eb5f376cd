import type { ReachCount } from '@contract/reach-count';
import type { WorkspaceFacts } from '../lists/relations/facts';
import { labelId } from '../lists/relations/subject-ids';
import type { HeldPolicy } from './held-policy';
import type { PolicyCounts } from './messages';

/** Numbers for each entry of `PolicyCounts`. */
export const NUMBERS = 4;

function packed(counts: readonly ReachCount[]): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(counts.length * NUMBERS);
  counts.forEach(({ read, admin, unknown, pii }, place) => {
    numbers.set([read, admin, unknown, pii], place * NUMBERS);
  });
  return numbers;
}

/** The distinct members who are seen to hold a grant that names the label, by label. */
function peopleByLabel(facts: WorkspaceFacts): Map<string, Set<string>> {
  const people = new Map<string, Set<string>>();
  const { groupById } = facts.memberships();
  for (const { holder, grant } of facts.grants().all) {
    if (grant.scope.kind !== 'labels') continue;
    const holders = holder.kind === 'member' ? [holder.id] : (groupById.get(holder.id)?.memberIds ?? []);
    for (const label of grant.scope.labels) {
      const id = labelId(label);
      const found = people.get(id) ?? new Set<string>();
      people.set(id, found);
      for (const member of holders) found.add(member);
    }
  }
  return people;
}

/** Reach of every member, group and resource, and the people of every label that a grant names. */
export function countPolicy({ policy, facts, groupsAlone }: HeldPolicy): PolicyCounts {
  const { members, resources } = policy.counts();
  // The engine numbers resources in an order of its own.
  const { byId } = policy.matrix.world.columns;
  const inOrder = policy.snapshot.resources.map(
    ({ type, id }) => resources[byId[type].get(id) ?? -1] ?? { read: 0, admin: 0, unknown: 0, pii: 0 },
  );
  const byLabel = peopleByLabel(facts);
  return {
    members: packed(members),
    groups: packed(groupsAlone().counts().members),
    resources: packed(inOrder),
    labels: [...byLabel.keys()],
    people: Uint32Array.from(byLabel.values(), ({ size }) => size),
  };
}
