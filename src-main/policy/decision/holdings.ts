import type { Grant } from '@contract/snapshot';
import { doubtOfMembership, missingGroups, powersOfGroup, powersOfMember, type World } from '../world/world';

/** The way by which a member has something. */
export type Path =
  | {
      readonly kind: 'grant';
      readonly holder: { readonly kind: 'member' | 'group'; readonly id: string };
      /** Its place among the holder's grants. */
      readonly position: number;
      readonly grant: Grant;
    }
  | {
      readonly kind: 'unread';
      readonly subject: 'memberGrants' | 'groupGrants' | 'groups';
      readonly id: string | null;
    };

/** A power with the way by which the member has it, or may have it. */
export interface Holding {
  readonly path: Path;
  readonly power: number;
}

function ofGrants(
  holder: { kind: 'member' | 'group'; id: string },
  grants: readonly Grant[] | null,
  powers: readonly number[],
): Holding[] {
  return powers.map((power, position): Holding => {
    const grant = grants?.[position];
    if (grant !== undefined) return { power, path: { kind: 'grant', holder, position, grant } };
    const subject = holder.kind === 'member' ? 'memberGrants' : 'groupGrants';
    return { power, path: { kind: 'unread', subject, id: holder.id } };
  });
}

/** Everything that a member has or may have: direct first, then groups in the order of the snapshot. */
export function holdingsOf(world: World, memberId: string): Holding[] {
  const { snapshot, powers, standing } = world;
  const member = snapshot.members[world.memberIndex.get(memberId) ?? -1];
  if (member === undefined) return [];
  const inGroups = new Set(standing.groupsOf.get(memberId));
  const holdings = ofGrants({ kind: 'member', id: memberId }, member.grants, powersOfMember(powers, member));
  for (const group of snapshot.groups) {
    const doubt = doubtOfMembership(group);
    if (doubt === null && !inGroups.has(group)) continue;
    holdings.push(
      ...ofGrants({ kind: 'group', id: group.id }, group.grants, powersOfGroup(powers, group, doubt)),
    );
  }
  const missing = missingGroups(snapshot);
  if (missing !== null) {
    holdings.push({ power: powers.anything(missing), path: { kind: 'unread', subject: 'groups', id: null } });
  }
  return holdings;
}
