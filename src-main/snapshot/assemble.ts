import { type Resource, SNAPSHOT_VERSION, type Snapshot, type Unknown } from '@contract/snapshot';
import { createBreather } from './breather';
import { fingerprintOf } from './fingerprint';
import { deepFreezeBreathing } from './freeze';
import { compareText, sortedBy } from './order';
import { blindSpots } from './reasons';
import { validateSnapshot } from './validate';

/**
 * Everything that a sync has read, in whatever order. `unknowns` are those of
 * this reading; what the API never shows is added here.
 */
export type Gathered = Omit<Snapshot, 'version' | 'fingerprint'>;

/** Resources by kind, then by id: ids of different kinds may be the same. */
function resourcesInOrder(resources: readonly Resource[]): Resource[] {
  return sortedBy(
    resources,
    ({ type }) => type,
    ({ id }) => id,
  );
}

function distinctUnknowns(unknowns: readonly Unknown[]): Unknown[] {
  const sorted = sortedBy(
    unknowns,
    ({ subject }) => subject,
    ({ id }) => id ?? '',
    ({ reason }) => reason,
  );
  return sorted.filter((each, index) => {
    const before = sorted[index - 1];
    return (
      before === undefined ||
      before.subject !== each.subject ||
      before.id !== each.id ||
      before.reason !== each.reason
    );
  });
}

const byId = ({ id }: { readonly id: string }): string => id;

/**
 * Makes the snapshot of what was gathered: sorted canonically, with its
 * unknowns and fingerprint, validated and frozen. The same remote state gives
 * the same snapshot, apart from times and page counts. Long steps let the event
 * loop run in between.
 *
 * @throws SnapshotInvalid; the signal's reason when it is aborted
 */
export async function assembleSnapshot(gathered: Gathered, signal?: AbortSignal): Promise<Snapshot> {
  const breathe = createBreather(signal);
  const { beyondApi } = gathered;
  const content = {
    version: SNAPSHOT_VERSION,
    workspace: gathered.workspace,
    beyondApi: { ...beyondApi, tokens: beyondApi.tokens === null ? null : sortedBy(beyondApi.tokens, byId) },
    members: sortedBy(gathered.members, byId),
    invites: sortedBy(gathered.invites, ({ email }) => email),
    groups: sortedBy(gathered.groups, byId).map((group) => ({
      ...group,
      memberIds: group.memberIds?.toSorted(compareText) ?? null,
      invitedEmails: group.invitedEmails?.toSorted(compareText) ?? null,
    })),
    roles: sortedBy(gathered.roles, byId),
    labels: sortedBy(
      gathered.labels,
      ({ key }) => key,
      ({ value }) => value,
    ),
    resources: resourcesInOrder(gathered.resources),
  } as const;
  await breathe();
  const unknowns = distinctUnknowns([...gathered.unknowns, ...blindSpots(content)]);
  const { startedAt, completedAt, fullReadAt, reads } = gathered;
  const fingerprint = await fingerprintOf({ ...content, unknowns }, breathe);
  const snapshot = await validateSnapshot(
    {
      ...content,
      unknowns,
      startedAt,
      completedAt,
      fullReadAt,
      fingerprint,
      reads: sortedBy(reads, ({ collection }) => collection),
    },
    breathe,
  );
  await deepFreezeBreathing(snapshot, breathe);
  return snapshot;
}
