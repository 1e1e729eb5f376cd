import type { Grant, Plan, ResourceType, Scope, Snapshot } from '@contract/snapshot';
import { findRole } from '../catalogue/catalogue';
import { type Reading, sameRoleLabels } from '../catalogue/readings';
import type { CatalogueRole } from '../catalogue/role-schema';
import { keyText, labelText } from '../world/columns';
import { type Objection, open, refused } from './verdict';

/** What a workspace lets be granted, as far as it can be seen. */
export type GrantingWorld = Pick<Snapshot, 'labels' | 'resources' | 'roles' | 'unknowns' | 'beyondApi'>;

function planRule(plans: readonly Plan[], plan: Plan | null, what: string, contested?: Reading): Objection[] {
  if (plan === null) {
    return plans.length === 3 ? [] : [open(`${what} depends on the plan, which cannot be seen`)];
  }
  return plans.includes(plan) ? [] : [refused(`${what} is not for the ${plan} plan`, contested)];
}

function isOfKind(rule: CatalogueRole['scopes'][number], scope: Scope): boolean {
  switch (rule.kind) {
    case 'all':
    case 'workspace':
      return scope.kind === 'all';
    case 'labels':
      return scope.kind === 'labels';
    case 'list':
      return scope.kind === 'list' && scope.resources.every(({ type }) => type === rule.type);
  }
}

function scopeRule({ roleName, scope }: Grant, role: CatalogueRole, plan: Plan | null): Objection[] {
  if (scope.kind === 'unknown') return [refused(`${roleName} over an unclear scope: ${scope.reason}`)];
  const rule = role.scopes.find((each) => isOfKind(each, scope));
  if (rule === undefined) {
    return [refused(`${role.name} does not take a scope of this kind (${scope.kind})`, 'undocumented')];
  }
  const what = `${role.name} over ${scope.kind}`;
  if (rule.contested !== undefined) return [refused(`${what} is contested`, rule.contested)];
  return planRule(rule.plans, plan, what);
}

const COLLECTION_OF: Partial<Record<ResourceType, Snapshot['unknowns'][number]['subject']>> = {
  SOURCE: 'sources',
  SPACE: 'spaces',
  WAREHOUSE: 'warehouses',
  FUNCTION: 'functions',
};

function namedThingsRule({ scope }: Grant, world: GrantingWorld): Objection[] {
  const unread = (subject: string | undefined) =>
    world.unknowns.some((each) => each.subject === subject && each.id === undefined);
  switch (scope.kind) {
    case 'all':
    case 'unknown':
      return [];
    case 'list': {
      const present = new Set(world.resources.map(keyText));
      return scope.resources.flatMap((key) => {
        if (present.has(keyText(key))) return [];
        const message = `there is no resource \`${keyText(key)}\``;
        return [unread(COLLECTION_OF[key.type]) ? open(message) : refused(message)];
      });
    }
    case 'labels': {
      const present = new Set(world.labels.map(labelText));
      const absent = scope.labels.flatMap((label) => {
        if (present.has(labelText(label))) return [];
        const message = `there is no label \`${labelText(label)}\``;
        return [unread('labels') ? open(message) : refused(message)];
      });
      const keys = new Map(scope.labels.map(({ key, value }) => [key, value]));
      const twice = scope.labels.some(({ key, value }) => keys.get(key) !== value);
      return twice
        ? [...absent, refused('two values of one key in one grant match no resource', 'undocumented')]
        : absent;
    }
  }
}

function roleOf({ roleId, roleName }: Grant, { roles }: GrantingWorld): CatalogueRole | null {
  return findRole(roleName) ?? findRole(roles.find(({ id }) => id === roleId)?.name ?? '');
}

/** A second label grant of a role for the same holder: the documentation gives groups for that. */
function oneSetOfLabels(
  grant: Grant,
  role: CatalogueRole,
  held: readonly Grant[],
  world: GrantingWorld,
): Objection[] {
  if (grant.scope.kind !== 'labels') return [];
  const text = ({ scope }: Grant) =>
    scope.kind === 'labels' ? [...new Set(scope.labels.map(labelText))].sort().join() : '';
  const other = held.some(
    (each) =>
      each.scope.kind === 'labels' && roleOf(each, world)?.name === role.name && text(each) !== text(grant),
  );
  return other
    ? [refused(`the holder has ${role.name} over other labels already; use two groups`, sameRoleLabels)]
    : [];
}

/**
 * What speaks against granting this to a holder who has `held` besides: plan,
 * scope, labels and resources named. Where sources disagree, the stricter one counts.
 */
export function grantObjections(grant: Grant, held: readonly Grant[], world: GrantingWorld): Objection[] {
  const role = roleOf(grant, world);
  if (role === null) return [open(`Gatehouse does not know the role ${grant.roleName}`)];
  const { plan } = world.beyondApi;
  return [
    ...planRule(role.plans.grant, plan, role.name, role.plans.contested),
    ...scopeRule(grant, role, plan),
    ...namedThingsRule(grant, world),
    ...oneSetOfLabels(grant, role, held, world),
  ];
}
