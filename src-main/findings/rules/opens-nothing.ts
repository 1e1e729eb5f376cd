import type { ResourceType } from '@contract/snapshot';
import { COLLECTION_OF_TYPE } from '../../lists/relations/unknown-reasons';
import type { RoleRights } from '../../policy/catalogue/role-rights';
import type { Power } from '../../policy/world/powers';
import { aboutGrant, type Found, type Looked, type Rule } from '../finding';
import { whyUnread } from '../unread';

/** What a role permits in the workspace itself with such a scope. */
export function permitsInWorkspace(rights: RoleRights, { kind }: Power): boolean {
  switch (kind) {
    case 'all':
      return rights.workspace.all.size > 0;
    case 'list':
      return rights.workspace.list.size > 0;
    case 'labels':
      return rights.workspace.labels.size > 0;
    case 'unknown':
      return true;
  }
}

function kindsOf({ role }: RoleRights): readonly ResourceType[] {
  return [...role.kinds];
}

/**
 * Grants that open no resource, and permit nothing in the workspace either. One
 * over resources that could not be read is left out: it may open some.
 */
function openingNothing({ policy, facts, extents, grants }: Looked, labels: boolean) {
  const { powers } = policy.matrix.world;
  let isUnsure: string | null = null;
  const found = grants.filter(({ power: number }) => {
    const power = powers.get(number);
    const { rights } = power;
    if (rights === null || (power.kind === 'labels') !== labels) return false;
    // Roles about nothing by themselves, such as Workspace Member, are as they should be.
    if (kindsOf(rights).length === 0 || rights.reached.size > 0) return false;
    if (permitsInWorkspace(rights, power) || !extents.of(number).possible.isEmpty()) return false;
    const unread = kindsOf(rights).map((type) => facts.unknowns.whole(COLLECTION_OF_TYPE[type]));
    const why = unread.find((reason) => reason !== null) ?? null;
    isUnsure ??= why;
    return why === null;
  });
  return { found, unsure: isUnsure };
}

function found(looked: Looked, labels: boolean, evidence: (gone: number) => string): Found {
  const rule = labels ? 'labelsWithoutResource' : 'opensNothing';
  const { found: grants, unsure } = openingNothing(looked, labels);
  return {
    findings: grants.map((grant) => {
      const { scope } = grant.held.grant;
      return aboutGrant(rule, looked, grant, evidence(scope.kind === 'list' ? scope.resources.length : 0));
    }),
    unknown: unsure ?? whyUnread(looked.facts, 'memberGrants', 'groupGrants', 'groups', 'members'),
  };
}

/** Grants over lists or all resources that open nothing. */
export const opensNothing: Rule = {
  rule: 'opensNothing',
  title: 'Grants that open nothing',
  why: 'They look like access in every review, and begin to give some on the day when such a resource is made.',
  how: 'The role is known, no resource is in the scope of the grant (not even perhaps), and it permits nothing in the workspace itself.',
  look: (looked) =>
    found(looked, false, (listed) =>
      listed === 0
        ? 'There is no resource of the kinds that this role is about.'
        : listed === 1
          ? 'The resource that it names is gone.'
          : `All ${listed} resources that it names are gone.`,
    ),
};

/** Label grants for which there is no resource. */
export const labelsWithoutResource: Rule = {
  rule: 'labelsWithoutResource',
  title: 'Label grants without a resource',
  why: 'No source or space carries all of these labels: the grant gives nothing today, and whoever labels a resource so gives it to these people.',
  how: 'No resource of the kinds of the role carries all labels of the grant, and none whose labels cannot be seen could.',
  look: (looked) => found(looked, true, () => 'No resource carries all of these labels.'),
};
