import type { Grant, Group, Member, Snapshot } from '@contract/snapshot';
import type { WireGroup, WireUser } from '../segment/wire/people';
import type { Touched } from './audit/touched';
import type { Lists } from './read-lists';

/** What of a base snapshot may be taken over without asking again. */
export interface Reusable {
  /** The grants of a member whose entry in the list is this; `null`: ask. */
  memberGrants(user: WireUser): readonly Grant[] | null;
  /** The grants of a group whose entry in the list is this; `null`: ask. */
  groupGrants(group: WireGroup): readonly Grant[] | null;
  /** The base's group, for who is in it, when its entry in the list is this; `null`: ask. */
  groupMembers(group: WireGroup): Group | null;
  /** The base's groups of a member, by id. */
  groupsOf(memberId: string): ReadonlySet<string>;
}

/** Nothing may be taken over. */
export const NOTHING_REUSABLE: Reusable = {
  memberGrants: () => null,
  groupGrants: () => null,
  groupMembers: () => null,
  groupsOf: () => new Set(),
};

/** Resources and labels of the base that no list shows any more: grants that name them may be gone too. */
function goneSince(base: Snapshot, now: Lists): (grant: Grant) => boolean {
  const keyOf = ({ type, id }: { type: string; id: string }): string => `${type} ${id}`;
  const present = new Set(now.resources.map(keyOf));
  const gone = new Set(base.resources.map(keyOf).filter((key) => !present.has(key)));
  const labelOf = ({ key, value }: { key: string; value: string }): string => JSON.stringify([key, value]);
  const labels = new Set((now.labels ?? []).map(labelOf));
  const goneLabels = new Set(base.labels.map(labelOf).filter((label) => !labels.has(label)));
  return ({ scope }) => {
    switch (scope.kind) {
      case 'list':
        return gone.size > 0 && scope.resources.some((resource) => gone.has(keyOf(resource)));
      case 'labels':
        return goneLabels.size > 0 && scope.labels.some((label) => goneLabels.has(labelOf(label)));
      case 'all':
      case 'unknown':
        return false;
    }
  };
}

function groupsByMember(groups: readonly Group[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groupsOf = new Map<string, Set<string>>();
  for (const { id, memberIds } of groups) {
    for (const memberId of memberIds ?? []) {
      const known = groupsOf.get(memberId);
      if (known === undefined) groupsOf.set(memberId, new Set([id]));
      else known.add(id);
    }
  }
  return groupsOf;
}

/**
 * Sorts out what of the base still holds: what the trail has not touched, whose
 * entry in the list is the same, and which names nobody and nothing that is gone.
 */
export function reusableOf(base: Snapshot, touched: Touched, now: Lists): Reusable {
  const members = new Map<string, Member>(base.members.map((member) => [member.id, member]));
  const groups = new Map<string, Group>(base.groups.map((group) => [group.id, group]));
  const namesGone = goneSince(base, now);
  const memberIds = new Set((now.users ?? []).map(({ id }) => id));
  const invited = new Set((now.invites ?? []).map(({ email }) => email.toLowerCase()));
  const memberships = groupsByMember(base.groups);

  const held = (grants: readonly Grant[] | null): readonly Grant[] | null =>
    grants?.some(namesGone) === true ? null : grants;

  const samePeople = ({ memberIds: ids, invitedEmails }: Group): boolean => {
    if (ids === null || invitedEmails === null) return false;
    if (touched.invites && invitedEmails.length > 0) return false;
    const left = now.users !== null && ids.some((id) => !memberIds.has(id));
    const accepted = now.invites !== null && invitedEmails.some((email) => !invited.has(email.toLowerCase()));
    return !left && !accepted;
  };

  return {
    memberGrants: ({ id, name, email }) => {
      const member = members.get(id);
      if (member === undefined || touched.memberGrants.has(id)) return null;
      return member.name === name && member.email === email ? held(member.grants) : null;
    },
    groupGrants: ({ id, name }) => {
      const group = groups.get(id);
      if (group === undefined || touched.groupGrants.has(id)) return null;
      return group.name === name ? held(group.grants) : null;
    },
    groupMembers: ({ id, name, memberCount }) => {
      const group = groups.get(id);
      if (group === undefined || touched.groupMembers.has(id)) return null;
      const same = group.name === name && group.memberCount === memberCount;
      return same && samePeople(group) ? group : null;
    },
    groupsOf: (memberId) => memberships.get(memberId) ?? new Set(),
  };
}
