import type { Change } from '@contract/changes';
import type { Grant, Snapshot } from '@contract/snapshot';
import { z } from 'zod';
import { DRAFT_GROUP } from '../plan/requests';
import { grantText } from '../policy/changes/grant-edits';
import { Failed } from '../storage/failed';

/** The changes that a draft may hold: what the Public API can carry out. */
const DRAFTABLE: ReadonlySet<Change['kind']> = new Set([
  'addGrant',
  'removeGrant',
  'addToGroup',
  'removeFromGroup',
  'createGroup',
  'renameGroup',
  'deleteGroup',
  'createLabel',
  'deleteLabel',
  'addLabel',
  'removeLabel',
  'invite',
  'revokeInvite',
  'removeMember',
  'setGrants',
]);

const emailSchema = z.email().max(254);
const MOST_NAME = 255;

function nameOf(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > MOST_NAME) {
    throw new Failed('badInput', `The name of a group has 1 to ${MOST_NAME} characters.`);
  }
  return trimmed;
}

/**
 * The grant with the name that the workspace gives its role: what is judged and shown must be what
 * is written, and Segment goes by the id. @throws Failed `badInput`
 */
function namedGrant(grant: Grant, { roles, unknowns }: Snapshot): Grant {
  const role = roles.find(({ id }) => id === grant.roleId);
  if (role !== undefined) return { ...grant, roleName: role.name };
  const unread = unknowns.find(({ subject, id }) => subject === 'roles' && id === undefined);
  throw new Failed(
    'badInput',
    unread === undefined
      ? 'The workspace has no such role.'
      : `The roles of the workspace could not be read: ${unread.reason}`,
  );
}

function namedGrants(grants: readonly Grant[], held: readonly Grant[], snapshot: Snapshot): Grant[] {
  const known = new Map(held.map((grant) => [grantText(grant), grant]));
  const seen = new Set<string>();
  return grants.map((grant) => {
    const text = grantText(grant);
    if (seen.has(text)) throw new Failed('badInput', `${grant.roleName} is named twice over the same.`);
    seen.add(text);
    return known.get(text) ?? namedGrant(grant, snapshot);
  });
}

/** The grants of the holder that a change is about. */
function heldBy(
  snapshot: Snapshot,
  { kind, id }: { kind: 'member' | 'group'; id: string },
): readonly Grant[] {
  const holders = kind === 'member' ? snapshot.members : snapshot.groups;
  return holders.find((each) => each.id === id)?.grants ?? [];
}

/**
 * A change as a draft keeps it: of a kind that it may hold, names trimmed, roles named by the
 * workspace. `snapshot` is the one that it is made on. @throws Failed `badInput`
 */
export function draftable(change: Change, snapshot: Snapshot): Change {
  if (!DRAFTABLE.has(change.kind)) {
    throw new Failed('badInput', 'Segment’s Public API cannot carry out a change of this kind.');
  }
  switch (change.kind) {
    case 'createGroup':
    case 'renameGroup':
      return { ...change, name: nameOf(change.name) };
    case 'addGrant':
      return { ...change, grant: namedGrant(change.grant, snapshot) };
    case 'removeGrant': {
      const text = grantText(change.grant);
      const held = heldBy(snapshot, change.holder).find((grant) => grantText(grant) === text);
      return held === undefined ? change : { ...change, grant: held };
    }
    case 'setGrants':
      return { ...change, grants: namedGrants(change.grants, heldBy(snapshot, change.holder), snapshot) };
    case 'invite': {
      const email = emailSchema.safeParse(change.email.trim());
      if (!email.success) throw new Failed('badInput', 'That is not an email address.');
      return { ...change, email: email.data, grants: namedGrants(change.grants, [], snapshot) };
    }
    default:
      return change;
  }
}

/**
 * The changes with ids of the draft for the groups that they create: whoever adds them
 * names a group as they like, and the names hold within one call. `newId` makes uuids.
 */
export function withDraftGroups(changes: readonly Change[], newId: () => string): Change[] {
  const ids = new Map<string, string>();
  for (const change of changes) {
    if (change.kind !== 'createGroup') continue;
    if (ids.has(change.groupId)) throw new Failed('badInput', 'Two groups of one call have the same id.');
    ids.set(change.groupId, `${DRAFT_GROUP}${newId()}`);
  }
  return changes.map((change): Change => {
    if ('groupId' in change) {
      return { ...change, groupId: ids.get(change.groupId) ?? change.groupId };
    }
    if ('holder' in change && change.holder.kind === 'group') {
      return { ...change, holder: { kind: 'group', id: ids.get(change.holder.id) ?? change.holder.id } };
    }
    return change;
  });
}
