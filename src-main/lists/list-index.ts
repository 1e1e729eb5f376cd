import type { ResourceType, Snapshot } from '@contract/snapshot';
import { lazy } from './lazy';
import { createReachCounts } from './reach-counts';
import { readFacts } from './relations/facts';
import { createGroupTable } from './rows/group-table';
import { createLabelTable } from './rows/label-table';
import { createMemberTable } from './rows/member-table';
import { createResourceTable } from './rows/resource-table';
import { createRoleTable } from './rows/role-table';
import { createTokenTable } from './rows/token-table';

function countByType(snapshot: Snapshot): Readonly<Record<ResourceType, number>> {
  const counts = { SOURCE: 0, DESTINATION: 0, WAREHOUSE: 0, SPACE: 0, TRACKING_PLAN: 0, FUNCTION: 0 };
  for (const { type } of snapshot.resources) counts[type] += 1;
  return counts;
}

/**
 * Prepares one snapshot for the questions of the screens. Nothing is computed
 * before it is asked for; what was computed is kept as long as the index is.
 */
export function createListIndex(snapshot: Snapshot) {
  const facts = readFacts(snapshot);
  const counts = createReachCounts();
  const members = lazy(() => createMemberTable(facts, counts));
  return {
    facts,
    /** Takes what the policy counted: rows carry it from then on. */
    counts,
    members,
    /** Counted once, for the filter chips; whose ownership is unknown is not among the owners. */
    memberCounts: lazy(() => ({
      members: snapshot.members.length,
      invites: snapshot.invites.length,
      owners: members().rows.filter((row) => row.owner === true).length,
    })),
    groups: lazy(() => createGroupTable(facts, counts)),
    resources: lazy(() => createResourceTable(facts, counts)),
    resourceCounts: lazy(() => countByType(snapshot)),
    labels: lazy(() => createLabelTable(facts, counts)),
    roles: lazy(() => createRoleTable(facts)),
    tokens: lazy(() => createTokenTable(facts)),
  };
}
export type ListIndex = ReturnType<typeof createListIndex>;

/**
 * What the first questions would otherwise wait for, in steps of some tens of
 * milliseconds at 20,000 members: to be run one after the other, each in a turn
 * of its own, when main has nothing better to do. Leaving them out changes no
 * answer.
 */
export function preparations(index: ListIndex): readonly (() => void)[] {
  const { facts } = index;
  const nobody = { text: '', sort: null, offset: 0, limit: 0 };
  return [
    () => void facts.grants(),
    () => void facts.memberships(),
    () => void index.members(),
    () => void index.members().window(nobody),
    () => void index.members().searcher,
    () => void index.resources(),
    () => void index.resources().window(nobody),
    () => void index.resources().searcher,
    () => void facts.grantsOn(),
    () => void index.groups().searcher,
    () => void index.labels().searcher,
    () => void index.roles().searcher,
  ];
}
