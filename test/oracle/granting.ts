import type { Grant, Snapshot } from '@contract/snapshot';
import { z } from 'zod';
import catalogue from '../../src-main/policy/catalogue/roles.json';
import { equalGrants } from './changing';
import { couldNotRead } from './holdings';
import { roleOf } from './roles';

/** What may be granted, by SPEC's R38 to R43 alone: loops and sentences, no code of the engine's. */

const plansSchema = z.array(z.enum(['free', 'team', 'business']));
const roles = z
  .object({
    roles: z.array(
      z.object({
        name: z.string(),
        plans: z.object({ grant: plansSchema }),
        scopes: z.array(
          z.object({
            kind: z.string(),
            type: z.string().optional(),
            plans: plansSchema,
            contested: z.string().optional(),
          }),
        ),
      }),
    ),
  })
  .parse(catalogue).roles;

/** The answer to "may this be granted?". */
export type GrantVerdict = 'accepted' | 'refused' | 'unknown';
type Finding = 'fine' | 'refused' | 'open';

function byPlan(plans: readonly string[], plan: string | null): Finding {
  if (plan !== null) return plans.includes(plan) ? 'fine' : 'refused';
  return ['free', 'team', 'business'].every((each) => plans.includes(each)) ? 'fine' : 'open';
}

/** R39. */
function byScope(grant: Grant, scopes: (typeof roles)[number]['scopes'], plan: string | null): Finding {
  const { scope } = grant;
  for (const rule of scopes) {
    const fits =
      scope.kind === 'list'
        ? rule.kind === 'list' && scope.resources.every(({ type }) => type === rule.type)
        : rule.kind === scope.kind || (scope.kind === 'all' && rule.kind === 'workspace');
    if (fits) return rule.contested === undefined ? byPlan(rule.plans, plan) : 'refused';
  }
  return 'refused';
}

/** R40 and R41. */
function byNames({ scope }: Grant, world: Snapshot): Finding[] {
  if (scope.kind === 'list') {
    const lists = {
      SOURCE: 'sources',
      SPACE: 'spaces',
      WAREHOUSE: 'warehouses',
      FUNCTION: 'functions',
    } as const;
    return scope.resources.map(({ type, id }) => {
      if (world.resources.some((each) => each.type === type && each.id === id)) return 'fine';
      return couldNotRead(world, lists[type]) ? 'open' : 'refused';
    });
  }
  if (scope.kind !== 'labels') return [];
  return scope.labels.flatMap(({ key, value }) => {
    const exists = world.labels.some((each) => each.key === key && each.value === value);
    const twoValues = scope.labels.some((each) => each.key === key && each.value !== value);
    const existence: Finding = exists ? 'fine' : couldNotRead(world, 'labels') ? 'open' : 'refused';
    return twoValues ? [existence, 'refused' as const] : [existence];
  });
}

function isLabelled(grant: Grant, labels: Grant['scope']): boolean {
  return equalGrants({ ...grant, scope: labels }, grant);
}

/** Whether an owner may give this to a holder who is there and has these grants. */
export function judgeGrant(world: Snapshot, grant: Grant, held: readonly Grant[]): GrantVerdict {
  if (held.some((each) => equalGrants(each, grant))) return 'accepted';
  const role = roleOf(grant, world.roles);
  const granting = roles.find(({ name }) => name === role?.name);
  if (role === undefined || granting === undefined) return 'unknown';
  const { plan } = world.beyondApi;
  const findings = [
    byPlan(granting.plans.grant, plan),
    byScope(grant, granting.scopes, plan),
    ...byNames(grant, world),
  ];
  // R42: a second label grant of the role with other labels.
  for (const other of held) {
    if (grant.scope.kind !== 'labels' || other.scope.kind !== 'labels') continue;
    if (roleOf(other, world.roles)?.name === role.name && !isLabelled(grant, other.scope))
      findings.push('refused');
  }
  if (findings.includes('refused')) return 'refused';
  return findings.includes('open') ? 'unknown' : 'accepted';
}
