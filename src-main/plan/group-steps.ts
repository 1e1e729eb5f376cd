import type { Change } from '@contract/changes';
import type { Group, Snapshot } from '@contract/snapshot';
import { counted } from './change-words';
import { isOwnerGrant } from './owner-role';
import { listQuery, pathOf } from './requests';
import { type Drafting, itemsWhere, type Sketch, type Sketched } from './sketch';

/** Addresses go into the query of a DELETE: so many of them stay within what servers take as a line. */
const MOST_ADDRESSES = 40;

const NO_ADDRESS =
  'The address of this person could not be read, and Segment takes people out of groups by address.';

const isOf = (change: Change, groupId: string): boolean => 'groupId' in change && change.groupId === groupId;

function makesOwners(drafting: Drafting, before: Group | undefined, after: Group): boolean {
  const has = (snapshot: Snapshot, group: Group | undefined) =>
    group?.grants?.some((grant) => isOwnerGrant(snapshot, grant)) === true;
  return has(drafting.base, before) || has(drafting.drafted, after);
}

function people(snapshot: Snapshot, ids: readonly string[]): { id: string; email: string }[] {
  const emails = new Map(snapshot.members.map(({ id, email }) => [id, email]));
  return ids.map((id) => ({ id, email: emails.get(id) ?? '' }));
}

/** Who joins and who leaves one group. Whoever is removed from the workspace leaves it by that step. */
function membershipOf(drafting: Drafting, before: Group | undefined, after: Group): Sketch[] {
  const { base, removedMembers } = drafting;
  const had = before === undefined ? [] : before.memberIds;
  if (had === null || after.memberIds === null || before?.memberIds === after.memberIds) return [];
  const wanted = new Set(after.memberIds);
  const present = new Set(had);
  const joining = after.memberIds.filter((id) => !present.has(id));
  const leaving = had.filter((id) => !wanted.has(id) && !removedMembers.has(id));
  const invited = before === undefined ? [] : before.invitedEmails;
  const name = before?.name ?? after.name;
  const target = { kind: 'groupMembers', id: after.id, name } as const;
  const state = (ids: readonly string[]) => ({
    kind: 'groupMembers' as const,
    members: people(base, ids),
    invited,
  });
  const owners = makesOwners(drafting, before, after);
  const items = (kind: 'addToGroup' | 'removeFromGroup', ids: readonly string[]) =>
    itemsWhere(
      drafting,
      (change) => change.kind === kind && change.groupId === after.id && ids.includes(change.memberId),
    );
  const sketches: Sketch[] = [];
  let now: readonly string[] = had;
  if (joining.length > 0) {
    const next = [...now, ...joining];
    sketches.push({
      phase: 'addMembers',
      target,
      words: `Add ${counted(joining.length, 'member')} to the group ${name}`,
      items: items('addToGroup', joining),
      method: 'POST',
      path: pathOf('/groups/{id}/users', after.id),
      template: '/groups/{id}/users',
      limited: true,
      body: { emails: people(base, joining).map(({ email }) => email) },
      before: state(now),
      after: state(next),
      confirm: owners ? { why: `The members of the group ${name} are owners.`, phrase: name } : null,
      owners: owners ? 'gains' : null,
    });
    now = next;
  }
  // Named one by one: unlike a PUT of the whole list this can never put out anybody else.
  for (let from = 0; from < leaving.length; from += MOST_ADDRESSES) {
    const some = leaving.slice(from, from + MOST_ADDRESSES);
    const next = now.filter((id) => !some.includes(id));
    const previous = sketches.at(-1);
    sketches.push({
      phase: 'takeOut',
      target,
      words: `Take ${counted(some.length, 'member')} out of the group ${name}`,
      items: items('removeFromGroup', some),
      method: 'DELETE',
      path: `${pathOf('/group/{id}/users', after.id)}?${listQuery(
        'emails',
        people(base, some).map(({ email }) => email),
      )}`,
      template: '/group/{id}/users',
      limited: true,
      body: null,
      before: state(now),
      after: state(next),
      confirm: owners ? { why: `The members of the group ${name} are owners.`, phrase: name } : null,
      owners: owners ? 'loses' : null,
      ...(previous === undefined ? {} : { needs: [previous] }),
    });
    now = next;
  }
  return sketches;
}

/** The items that take somebody out whom the list of members does not have: Segment is told addresses. */
function leavingWithoutAddress({ base, items }: Drafting, before: Group | undefined, after: Group): string[] {
  if (before === undefined) return [];
  return items.flatMap(({ id, change }) =>
    change.kind === 'removeFromGroup' &&
    change.groupId === after.id &&
    !base.members.some((member) => member.id === change.memberId)
      ? [id]
      : [],
  );
}

function creation(drafting: Drafting, group: Group): Sketch {
  const ids = drafting.base.groups.filter(({ name }) => name === group.name).map(({ id }) => id);
  return {
    phase: 'createGroup',
    target: { kind: 'group', id: group.id, name: group.name },
    words: `Create the group ${group.name}`,
    items: itemsWhere(
      drafting,
      (change) => (change.kind === 'createGroup' || change.kind === 'renameGroup') && isOf(change, group.id),
    ),
    method: 'POST',
    path: '/groups',
    template: '/groups',
    limited: true,
    body: { name: group.name },
    before: { kind: 'groupsNamed', name: group.name, ids, created: false },
    after: { kind: 'groupsNamed', name: group.name, ids, created: true },
    confirm: null,
    owners: null,
    creates: group.id,
  };
}

function renaming(drafting: Drafting, before: Group, after: Group): Sketch {
  return {
    phase: 'rename',
    target: { kind: 'group', id: before.id, name: before.name },
    words: `Rename the group ${before.name} to ${after.name}`,
    items: itemsWhere(drafting, (change) => change.kind === 'renameGroup' && isOf(change, before.id)),
    method: 'PATCH',
    path: pathOf('/groups/{id}', before.id),
    template: '/groups/{id}',
    limited: true,
    body: { name: after.name },
    before: { kind: 'groupName', name: before.name },
    after: { kind: 'groupName', name: after.name },
    confirm: null,
    owners: null,
  };
}

function deletion(drafting: Drafting, group: Group): Sketch {
  const { name, memberIds, invitedEmails, grants } = group;
  const owners = makesOwners(drafting, group, group);
  return {
    phase: 'deleteGroup',
    target: { kind: 'group', id: group.id, name },
    words: `Delete the group ${name}`,
    items: itemsWhere(
      drafting,
      (change) =>
        isOf(change, group.id) ||
        ('holder' in change && change.holder.kind === 'group' && change.holder.id === group.id),
    ),
    method: 'DELETE',
    path: pathOf('/groups/{id}', group.id),
    template: '/groups/{id}',
    limited: true,
    body: null,
    before: { kind: 'group', group: { name, memberIds, invitedEmails, grants } },
    after: { kind: 'group', group: null },
    confirm: { why: 'This deletes a group. Its members lose what it grants.', phrase: name },
    owners: owners ? 'loses' : null,
  };
}

/** Groups made, renamed and deleted, and who joins and leaves them. */
export function groupSteps(drafting: Drafting): Sketched {
  const { base, drafted, deletedGroups } = drafting;
  const present = new Map(base.groups.map((group) => [group.id, group]));
  const sketches: Sketch[] = [];
  const leftOut: { items: string[]; reason: string }[] = [];
  const created = new Set<string>();
  for (const group of drafted.groups) {
    const before = present.get(group.id);
    if (before === group) continue;
    if (before === undefined) {
      const sketch = creation(drafting, group);
      if (created.has(group.name)) {
        // After a lost answer nobody could tell which of them had been made.
        leftOut.push({
          items: [...sketch.items],
          reason: `Another group that the draft creates is called ${group.name} too.`,
        });
        continue;
      }
      created.add(group.name);
      sketches.push(sketch);
    } else if (before.name !== group.name) sketches.push(renaming(drafting, before, group));
    const unaddressed = leavingWithoutAddress(drafting, before, group);
    if (unaddressed.length > 0) leftOut.push({ items: unaddressed, reason: NO_ADDRESS });
    sketches.push(...membershipOf(drafting, before, group));
  }
  for (const group of base.groups) {
    if (deletedGroups.has(group.id)) sketches.push(deletion(drafting, group));
  }
  return { sketches, leftOut };
}
