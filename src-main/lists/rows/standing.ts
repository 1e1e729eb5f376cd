import type { Group, Member } from '@contract/snapshot';
import type { WorkspaceFacts } from '../relations/facts';
import type { HeldGrant } from '../relations/held-grants';

/** What a member's grants and groups come to. `null` is unknown, never none. */
export interface Standing {
  readonly owner: boolean | null;
  /** Distinct names of the roles that were seen, direct ones first; `null` when none was and there may be some. */
  readonly roles: string[] | null;
  /** Whether these are certainly all. */
  readonly rolesComplete: boolean;
  readonly groups: number | null;
  readonly directGrants: number | null;
}

/**
 * Whether these grants make an owner: true when one of them is of an owner
 * role. Unknown when a role is not in the catalogue: it could give anything.
 */
function makesOwner(grants: readonly HeldGrant[]): boolean | null {
  if (grants.some(({ role }) => role?.owner)) return true;
  return grants.some(({ role }) => role === null) ? null : false;
}

/** The distinct names of the roles, in the order in which they come up. */
export function roleNames(grants: readonly HeldGrant[]): string[] {
  return [...new Set(grants.map(({ grant }) => grant.roleName))];
}

/**
 * Works out where each member stands. A certain yes wins over any doubt. A no is
 * given only when nothing unseen could turn it round: the direct grants, the
 * grants of each group of the member, and also those of every group whose
 * members could not be read, as the member may be in it.
 */
export function createStandings(facts: WorkspaceFacts): (member: Member) => Standing {
  const memberships = facts.memberships();
  const held = facts.grants();

  const ofGroup = new Map<Group, { readonly owner: boolean | null; readonly roles: string[] | null }>();
  const standingOf = (group: Group) => {
    let standing = ofGroup.get(group);
    if (!standing) {
      const grants = held.ofHolder('group', group.id);
      standing =
        group.grants === null
          ? { owner: null, roles: null }
          : { owner: makesOwner(grants), roles: roleNames(grants) };
      ofGroup.set(group, standing);
    }
    return standing;
  };

  const groupsUnread = memberships.groupsUnread !== null;
  const unseen = memberships.unseenMembers.map(standingOf);
  const unseenMayOwn = groupsUnread || unseen.some(({ owner }) => owner !== false);
  const unseenMayAddRoles = groupsUnread || unseen.some(({ roles }) => roles === null || roles.length > 0);

  return (member) => {
    const direct = held.ofHolder('member', member.id);
    const groups = memberships.ofMember(member.id);
    let owner = member.grants === null ? null : makesOwner(direct);
    if (unseenMayOwn && owner === false) owner = null;
    const roles = new Set(roleNames(direct));
    let rolesComplete = member.grants !== null && !unseenMayAddRoles;
    for (const group of groups) {
      const through = standingOf(group);
      if (through.owner === true) owner = true;
      else if (through.owner === null && owner === false) owner = null;
      if (through.roles === null) rolesComplete = false;
      else for (const name of through.roles) roles.add(name);
    }
    return {
      owner,
      roles: roles.size === 0 && !rolesComplete ? null : [...roles],
      rolesComplete,
      groups: groupsUnread || memberships.unseenMembers.length > 0 ? null : groups.length,
      directGrants: member.grants?.length ?? null,
    };
  };
}
