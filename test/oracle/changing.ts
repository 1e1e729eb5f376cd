import type { Change, Holder } from '@contract/changes';
import type { Grant, Group, Resource, Snapshot } from '@contract/snapshot';
import type { Key } from './question';

/**
 * What each change does to a snapshot, by SPEC's R49 to R56 alone: it copies the
 * snapshot whole and edits the copy. Whether Segment would accept the change is
 * not asked. `null` where the change makes no sense (nobody there, nothing to
 * take away). The order of lists means nothing here.
 */

/** R50: a scope in words, in whatever order and however often its parts are written. */
function scopeWords(scope: Grant['scope']): string {
  const parts =
    scope.kind === 'list'
      ? scope.resources.map(({ type, id }) => `${type} ${id}`)
      : scope.kind === 'labels'
        ? scope.labels.map(({ key, value }) => `${key} ${value}`)
        : scope.kind === 'unknown'
          ? [scope.reason]
          : [];
  return JSON.stringify([scope.kind, ...new Set(parts.sort())]);
}

/** R50: whether two grants are equal. */
export function equalGrants(one: Grant, other: Grant): boolean {
  return one.roleId === other.roleId && scopeWords(one.scope) === scopeWords(other.scope);
}

function grantsOf(world: Snapshot, holder: Holder): Grant[] | null {
  const list = holder.kind === 'member' ? world.members : world.groups;
  return list.find(({ id }) => id === holder.id)?.grants ?? null;
}

function isThere(world: Snapshot, holder: Holder): boolean {
  const list = holder.kind === 'member' ? world.members : world.groups;
  return list.some(({ id }) => id === holder.id);
}

function remove<Item>(list: Item[], isIt: (item: Item) => boolean): boolean {
  const at = list.findIndex(isIt);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}

function join(group: Group, memberId: string): void {
  if (group.memberIds?.includes(memberId)) return;
  group.memberIds?.push(memberId);
  group.memberCount += 1;
}

function leave(group: Group, memberId: string): boolean {
  const { memberIds } = group;
  if (memberIds === null || !remove(memberIds, (id) => id === memberId)) return false;
  group.memberCount -= 1;
  return true;
}

function find(world: Snapshot, key: Key): Resource | undefined {
  return world.resources.find(({ type, id }) => type === key.type && id === key.id);
}

function labelsWorn(world: Snapshot, key: Key) {
  const resource = find(world, key);
  return resource?.type === 'SOURCE' || resource?.type === 'SPACE' ? resource.labels : null;
}

/** R54: whether somebody is a member under this id or, without case, this address. */
function isHere(world: Snapshot, memberId: string, address: string): boolean {
  return world.members.some(
    ({ id, email }) => id === memberId || email.toLowerCase() === address.toLowerCase(),
  );
}

function changeGrants(
  world: Snapshot,
  change: Extract<Change, { kind: 'addGrant' | 'removeGrant' | 'setGrants' }>,
) {
  if (!isThere(world, change.holder)) return false;
  const grants = grantsOf(world, change.holder);
  if (grants === null) return false;
  if (change.kind === 'addGrant') grants.push(change.grant);
  if (change.kind === 'setGrants') grants.splice(0, grants.length, ...change.grants);
  if (change.kind === 'removeGrant') return remove(grants, (grant) => equalGrants(grant, change.grant));
  return true;
}

function changeInvites(
  world: Snapshot,
  change: Extract<Change, { kind: 'invite' | 'revokeInvite' | 'acceptInvite' }>,
) {
  if (change.kind === 'invite') {
    const isMember = isHere(world, change.email, change.email);
    const address = change.email.toLowerCase();
    if (isMember || world.invites.some(({ email }) => email.toLowerCase() === address)) return false;
    world.invites.push({ email: change.email });
    return true;
  }
  if (change.kind === 'acceptInvite') {
    const { id, email } = change.member;
    if (isHere(world, id, email) || isHere(world, id, change.email)) return false;
    if (world.groups.some((group) => group.invitedEmails === null && group.memberIds !== null)) return false;
  }
  if (!remove(world.invites, ({ email }) => email === change.email)) return false;
  for (const group of world.groups) {
    const wasInvited =
      group.invitedEmails !== null && remove(group.invitedEmails, (email) => email === change.email);
    if (change.kind !== 'acceptInvite') continue;
    if (wasInvited && group.memberIds !== null) {
      group.memberIds.push(change.member.id);
      group.memberCount = Math.max(group.memberCount, group.memberIds.length);
    }
    const mayBeIn = wasInvited || group.invitedEmails === null;
    if (mayBeIn && group.memberIds === null && group.memberCount === 0) group.memberCount = 1;
  }
  if (change.kind === 'acceptInvite') world.members.push(change.member);
  return true;
}

function changeMembership(
  world: Snapshot,
  change: Extract<Change, { kind: 'addToGroup' | 'removeFromGroup' }>,
) {
  const group = world.groups.find(({ id }) => id === change.groupId);
  if (group === undefined || !isThere(world, { kind: 'member', id: change.memberId })) return false;
  if (group.memberIds === null) return false;
  if (change.kind === 'removeFromGroup') return leave(group, change.memberId);
  join(group, change.memberId);
  return true;
}

function changeLabels(world: Snapshot, change: Extract<Change, { kind: 'addLabel' | 'removeLabel' }>) {
  const worn = labelsWorn(world, change.resource);
  if (worn === null) return false;
  const { key, value } = change.label;
  if (change.kind === 'removeLabel') {
    return remove(worn, (label) => label.key === key && label.value === value);
  }
  if (!worn.some((label) => label.key === key && label.value === value)) worn.push({ key, value });
  return true;
}

function removeMember(world: Snapshot, memberId: string): boolean {
  for (const group of world.groups) leave(group, memberId);
  return remove(world.members, ({ id }) => id === memberId);
}

function changed(world: Snapshot, change: Exclude<Change, { kind: 'restore' }>): boolean {
  switch (change.kind) {
    case 'addGrant':
    case 'removeGrant':
    case 'setGrants':
      return changeGrants(world, change);
    case 'addToGroup':
    case 'removeFromGroup':
      return changeMembership(world, change);
    case 'createGroup': {
      const { groupId: id, name } = change;
      world.groups.push({ id, name, memberCount: 0, memberIds: [], invitedEmails: [], grants: [] });
      return true;
    }
    case 'renameGroup': {
      const group = world.groups.find(({ id }) => id === change.groupId);
      if (group !== undefined) group.name = change.name;
      return group !== undefined;
    }
    case 'deleteGroup':
      return remove(world.groups, ({ id }) => id === change.groupId);
    case 'createLabel':
      world.labels.push(change.label);
      return true;
    case 'deleteLabel':
      return remove(
        world.labels,
        ({ key, value }) => key === change.label.key && value === change.label.value,
      );
    case 'addLabel':
    case 'removeLabel':
      return changeLabels(world, change);
    case 'invite':
    case 'revokeInvite':
    case 'acceptInvite':
      return changeInvites(world, change);
    case 'addMember':
      if (isHere(world, change.member.id, change.member.email)) return false;
      world.members.push(change.member);
      return true;
    case 'removeMember':
      return removeMember(world, change.memberId);
    case 'addResource':
      world.resources.push(change.resource);
      return true;
    case 'removeResource':
      return remove(
        world.resources,
        ({ type, id }) => type === change.resource.type && id === change.resource.id,
      );
    default:
      change satisfies never;
      return false;
  }
}

/** The snapshot after a change; `null` where the change makes no sense. The one given stays as it is. */
export function applyNaively(
  snapshot: Snapshot,
  change: Exclude<Change, { kind: 'restore' }>,
): Snapshot | null {
  const world = structuredClone(snapshot);
  return changed(world, structuredClone(change)) ? world : null;
}
