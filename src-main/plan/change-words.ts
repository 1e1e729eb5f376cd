import type { Change, Holder } from '@contract/changes';
import type { Grant, LabelRef, ResourceType, Scope, Snapshot } from '@contract/snapshot';
import { roleOfGrant } from './owner-role';

/** How many listed resources are named; of more, the number. */
const MOST_NAMED = 3;

const TYPE_WORDS: Readonly<Record<ResourceType, string>> = {
  SOURCE: 'source',
  DESTINATION: 'destination',
  WAREHOUSE: 'warehouse',
  SPACE: 'space',
  TRACKING_PLAN: 'tracking plan',
  FUNCTION: 'function',
};

const orId = (name: string | undefined, id: string): string =>
  name === undefined || name === '' ? id : name;

/** The member's name, else the address, else the id. */
export function memberName({ members }: Snapshot, id: string): string {
  const member = members.find((each) => each.id === id);
  return orId(orId(member?.name, member?.email ?? ''), id);
}

/** The group's name; the id of one that is not there. */
export function groupName({ groups }: Snapshot, id: string): string {
  return orId(groups.find((each) => each.id === id)?.name, id);
}

/** The resource's name; the id of one that is not there. */
export function resourceName(
  { resources }: Snapshot,
  { type, id }: { type: ResourceType; id: string },
): string {
  return orId(resources.find((each) => each.id === id && each.type === type)?.name, id);
}

/** `the group Analysts`, or a member's name. */
export function holderWords(snapshot: Snapshot, { kind, id }: Holder): string {
  return kind === 'member' ? memberName(snapshot, id) : `the group ${groupName(snapshot, id)}`;
}

/** `key:value`. */
export function labelWords({ key, value }: LabelRef): string {
  return `${key}:${value}`;
}

/** `the source Web Store`. */
export function resourceWords(snapshot: Snapshot, key: { type: ResourceType; id: string }): string {
  return `the ${TYPE_WORDS[key.type]} ${resourceName(snapshot, key)}`;
}

function scopeWords(snapshot: Snapshot, scope: Scope, of: string): string {
  switch (scope.kind) {
    case 'all':
      return `on all ${of}`;
    case 'labels':
      return `on ${scope.labels.map(labelWords).join(' and ')}`;
    case 'list': {
      const names = scope.resources.slice(0, MOST_NAMED).map((key) => resourceName(snapshot, key));
      const more = scope.resources.length - names.length;
      return `on ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    }
    case 'unknown':
      return 'on something that could not be read';
  }
}

/** `Source Admin on brand:a`; for a role of the whole workspace its name alone. */
export function grantWords(snapshot: Snapshot, grant: Grant): string {
  const role = roleOfGrant(snapshot, grant);
  const ofWorkspace = role?.scopes.some(({ kind }) => kind === 'workspace') === true;
  if (grant.scope.kind === 'all' && (ofWorkspace || role?.owner === true)) return grant.roleName;
  return `${grant.roleName} ${scopeWords(snapshot, grant.scope, role?.of ?? 'resources')}`;
}

/** `1 grant`, `2 grants`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** A change as a sentence in the infinitive, with the names of the snapshot that it is made on. */
export function changeWords(snapshot: Snapshot, change: Change): string {
  switch (change.kind) {
    case 'addGrant':
      return `Grant ${grantWords(snapshot, change.grant)} to ${holderWords(snapshot, change.holder)}`;
    case 'removeGrant':
      return `Take ${grantWords(snapshot, change.grant)} from ${holderWords(snapshot, change.holder)}`;
    case 'setGrants':
      return `Set ${counted(change.grants.length, 'grant')} for ${holderWords(snapshot, change.holder)} in place of all others`;
    case 'addToGroup':
      return `Add ${memberName(snapshot, change.memberId)} to the group ${groupName(snapshot, change.groupId)}`;
    case 'removeFromGroup':
      return `Take ${memberName(snapshot, change.memberId)} out of the group ${groupName(snapshot, change.groupId)}`;
    case 'createGroup':
      return `Create the group ${change.name}`;
    case 'renameGroup':
      return `Rename the group ${groupName(snapshot, change.groupId)} to ${change.name}`;
    case 'deleteGroup':
      return `Delete the group ${groupName(snapshot, change.groupId)}`;
    case 'createLabel':
      return `Create the label ${labelWords(change.label)}`;
    case 'deleteLabel':
      return `Delete the label ${labelWords(change.label)}`;
    case 'addLabel':
      return `Put ${labelWords(change.label)} on ${resourceWords(snapshot, change.resource)}`;
    case 'removeLabel':
      return `Take ${labelWords(change.label)} off ${resourceWords(snapshot, change.resource)}`;
    case 'invite':
      return change.grants.length === 0
        ? `Invite ${change.email}`
        : `Invite ${change.email} with ${change.grants.map((grant) => grantWords(snapshot, grant)).join('; ')}`;
    case 'revokeInvite':
      return `Revoke the invite for ${change.email}`;
    case 'removeMember':
      return `Remove ${memberName(snapshot, change.memberId)} from the workspace`;
    case 'acceptInvite':
      return `Let ${change.email} accept the invite`;
    case 'addMember':
      return `Add ${orId(change.member.name, change.member.email)} to the workspace`;
    case 'addResource':
      return `Create the ${TYPE_WORDS[change.resource.type]} ${change.resource.name}`;
    case 'removeResource':
      return `Delete ${resourceWords(snapshot, change.resource)}`;
    case 'restore':
      return `Put back what was changed in ${counted(change.edits.length, 'place')}`;
  }
}

/** For one label grant that takes the place of another of the same role. */
function rescopedWords(snapshot: Snapshot, first: Change, second: Change): string | null {
  if (first.kind !== 'removeGrant' || second.kind !== 'addGrant') return null;
  const { holder, grant } = first;
  const { scope } = second.grant;
  if (holder.kind !== second.holder.kind || holder.id !== second.holder.id) return null;
  if (grant.roleId !== second.grant.roleId || grant.scope.kind !== 'labels' || scope.kind !== 'labels')
    return null;
  const to = scope.labels.map(labelWords).join(' and ');
  return `Change ${grantWords(snapshot, grant)} of ${holderWords(snapshot, holder)} to ${to}`;
}

/** For a label that takes the place of another on one resource. */
function replacedWords(snapshot: Snapshot, first: Change, second: Change): string | null {
  if (first.kind !== 'removeLabel' || second.kind !== 'addLabel') return null;
  const { resource } = first;
  if (resource.id !== second.resource.id || resource.type !== second.resource.type) return null;
  return `Replace ${labelWords(first.label)} on ${resourceWords(snapshot, resource)} by ${labelWords(second.label)}`;
}

/** One name for changes that are made in one go: undo shows it. */
export function batchWords(snapshot: Snapshot, changes: readonly Change[]): string {
  const [first, second, ...others] = changes;
  if (first === undefined) return 'Nothing';
  if (second === undefined) return changeWords(snapshot, first);
  const pair = rescopedWords(snapshot, first, second) ?? replacedWords(snapshot, first, second);
  if (pair !== null && others.length === 0) return pair;
  return `${changeWords(snapshot, first)} and ${counted(changes.length - 1, 'more change')}`;
}
