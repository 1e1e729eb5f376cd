import { type ResourceType, resourceTypeSchema } from '@contract/snapshot';
import type { Footing, RoleRights } from '../../policy/catalogue/role-rights';
import type { Action } from '../../policy/catalogue/role-schema';
import type { Power } from '../../policy/world/powers';
import type { ColumnSet } from '../column-set';
import { aboutGrant, type Looked, type LookedGrant, type Rule } from '../finding';
import { whyUnread } from '../unread';
import { permitsInWorkspace } from './opens-nothing';

const PII = { none: 0, withinReach: 1, always: 2 } as const;

function includes(more: ReadonlyMap<Action, Footing>, less: ReadonlyMap<Action, Footing>): boolean {
  for (const [action, footing] of less) {
    const other = more.get(action);
    if (other === undefined || (other !== null && other !== footing)) return false;
  }
  return true;
}

function inWorkspace(rights: RoleRights, { kind }: Power): ReadonlyMap<Action, Footing> {
  return kind === 'unknown' ? new Map() : rights.workspace[kind];
}

/** Whether one role permits all that another does, wherever both reach. */
function givesAsMuch(more: Power, less: Power): boolean {
  const { rights: one } = more;
  const { rights: other } = less;
  if (one === null || other === null) return false;
  if (more.rights?.role.barsPiiDownload === true && other.role.barsPiiDownload !== true) return false;
  if (PII[one.role.pii] < PII[other.role.pii]) return false;
  for (const action of other.reached) if (!one.reached.has(action) && one.role.pii !== 'always') return false;
  if (!includes(inWorkspace(one, more), inWorkspace(other, less))) return false;
  return resourceTypeSchema.options.every((type: ResourceType) => includes(one.on[type], other.on[type]));
}

/** Of the grants of one holder those that the rest wholly covers, the narrowest first; none of them covers another. */
function coveredAmong(
  { policy, extents }: Looked,
  own: readonly LookedGrant[],
  more: readonly LookedGrant[],
): { grant: LookedGrant; by: LookedGrant[] }[] {
  const { powers } = policy.matrix.world;
  let left = [...own];
  const found: { grant: LookedGrant; by: LookedGrant[] }[] = [];
  const widthOf = ({ power }: LookedGrant) => extents.of(power).possible.count();
  for (const grant of [...own].sort((one, other) => widthOf(one) - widthOf(other))) {
    const power = powers.get(grant.power);
    const extent = extents.of(grant.power);
    if (power.rights === null || power.doubt !== null || power.kind === 'unknown') continue;
    if (extent.possible.isEmpty() && !permitsInWorkspace(power.rights, power)) continue;
    const others = [...left.filter((each) => each !== grant), ...more].filter((each) => {
      const other = powers.get(each.power);
      return other.doubt === null && givesAsMuch(other, power);
    });
    const sets = (pick: (number: number) => ColumnSet) => others.map((each) => pick(each.power));
    // A role of the workspace alone reaches no resource: another one that permits as much must be there.
    const isCovered =
      others.length > 0 &&
      extent.possible.isWithin(sets((number) => extents.of(number).possible)) &&
      extent.reported.isWithin(sets((number) => extents.of(number).reported)) &&
      extent.certain.isWithin(sets((number) => extents.of(number).certain));
    if (!isCovered) continue;
    left = left.filter((each) => each !== grant);
    const overlapping = others.filter(
      (each) => extent.possible.isEmpty() || !extents.of(each.power).possible.and(extent.possible).isEmpty(),
    );
    found.push({ grant, by: overlapping });
  }
  return found;
}

function wordsOf(by: readonly LookedGrant[], holderId: string): string {
  const names = by.slice(0, 3).map(({ held }) => {
    const through = held.holder.id === holderId ? '' : ` of the group ${held.holder.name}`;
    return `${held.grant.roleName}${through}`;
  });
  const more = by.length - names.length;
  const listed = more > 0 ? [...names, `${more} more`] : names;
  return listed.length === 1 ? (listed[0] ?? '') : `${listed.slice(0, -1).join(', ')} and ${listed.at(-1)}`;
}

/** Grants that give nothing beyond what other grants of the same people give. */
export const coveredByOthers: Rule = {
  rule: 'coveredByOthers',
  title: 'Grants wholly covered by others',
  why: 'Taking them away changes nobody’s access today, and leaves fewer grants to review.',
  how: 'Every resource of the grant is in the scope of other grants of the same holder (for a member also of their groups) whose roles permit all that its role does. A grant that covers another is not itself counted as covered by it.',
  look: (looked) => {
    const { facts, policy, grants } = looked;
    const ofHolder = new Map<string, LookedGrant[]>();
    for (const each of grants) {
      const { kind, id } = each.held.holder;
      const place = `${kind}:${id}`;
      const known = ofHolder.get(place);
      if (known === undefined) ofHolder.set(place, [each]);
      else known.push(each);
    }
    const findings = [...ofHolder].flatMap(([, own]) => {
      const [first] = own;
      if (first === undefined) return [];
      const { kind, id } = first.held.holder;
      const through =
        kind === 'group'
          ? []
          : facts
              .memberships()
              .ofMember(id)
              .flatMap((group) => ofHolder.get(`group:${group.id}`) ?? []);
      if (own.length + through.length < 2) return [];
      return coveredAmong(looked, own, through).map(({ grant, by }) =>
        aboutGrant('coveredByOthers', looked, grant, `Covered by ${wordsOf(by, id)}.`),
      );
    });
    const position = ({ id }: { id: string }) => Number(id.slice('coveredByOthers '.length));
    return {
      findings: findings.sort((one, other) => position(one) - position(other)),
      unknown:
        policy.snapshot.members.length === 0
          ? null
          : whyUnread(facts, 'memberGrants', 'groupGrants', 'groups', 'groupMembers'),
    };
  },
};
