import type { Grant, LabelRef, ResourceType, Snapshot } from '@contract/snapshot';
import { type RoleData, scopeRule } from './roles';

/** How firm a policy is, as SPEC tells derivations apart. */
export const FOOTINGS = ['certain', 'contested', 'possible'] as const;
export type Footing = (typeof FOOTINGS)[number];

/** Cedar conditions under which a grant reaches an entity, by how firm that is; no two hold at once. */
export type Reach = Readonly<Record<Footing, string>>;

const NEVER = 'false';
const ALWAYS = 'true';

/** A grant with what reach depends on besides. */
export interface Held {
  readonly grant: Grant;
  readonly role: RoleData | undefined;
  /** The label sets of all label grants of the same role that the same holder has (R36). */
  readonly labelSets: readonly (readonly LabelRef[])[];
}

/** All of the conditions; constants are folded, so that a policy that never permits can be left out. */
function both(...conditions: string[]): string {
  if (conditions.includes(NEVER)) return NEVER;
  const open = conditions.filter((each) => each !== ALWAYS);
  return open.length === 0 ? ALWAYS : open.map((each) => `(${each})`).join(' && ');
}

function either(...conditions: string[]): string {
  if (conditions.includes(ALWAYS)) return ALWAYS;
  const open = conditions.filter((each) => each !== NEVER);
  return open.length === 0 ? NEVER : open.map((each) => `(${each})`).join(' || ');
}

function not(condition: string): string {
  if (condition === ALWAYS) return NEVER;
  return condition === NEVER ? ALWAYS : `!(${condition})`;
}

function texts(labels: readonly LabelRef[]): string[] {
  return [...new Set(labels.map(({ key, value }) => `${key}:${value}`))].sort();
}

/** The Cedar name of an entity. */
export function uidText({ type, id }: { type: string; id: string }): string {
  return `${type}::${JSON.stringify(id)}`;
}

/** R5, R8, R9: what is named, and destinations of named sources, which are their parents in Cedar. */
function namedIn(entity: string, { scope }: Grant): string {
  return scope.kind === 'list' ? `${entity} in [${scope.resources.map(uidText).join(', ')}]` : NEVER;
}

function reachOfList(held: Held, type: ResourceType, entity: string, workspace: Snapshot): Reach {
  const { grant, role } = held;
  const certain = namedIn(entity, grant);
  const rule = role === undefined ? undefined : scopeRule(role, grant.scope);
  // R35
  const contested = rule?.contested === 'warehouseLists' && type === 'WAREHOUSE' ? not(certain) : NEVER;
  // R33; a role that is not known may be a function role (R27).
  const lost = workspace.unknowns.filter(({ subject, id }) => subject === 'functions' && id !== undefined);
  const listed = lost.map(({ id }) => uidText({ type: 'FUNCTION', id: id ?? '' })).join(', ');
  const ofFunctions = role === undefined || (rule?.kind === 'list' && rule.type === 'FUNCTION');
  const mayBeLost = ofFunctions && type === 'FUNCTION' && listed !== '';
  return { certain, contested, possible: mayBeLost ? both(`${entity} in [${listed}]`, not(certain)) : NEVER };
}

function reachOfLabels(
  labels: readonly LabelRef[],
  { labelSets }: Held,
  type: ResourceType,
  entity: string,
): Reach {
  if (type !== 'SOURCE' && type !== 'SPACE' && type !== 'DESTINATION') {
    return { certain: NEVER, contested: NEVER, possible: NEVER };
  }
  // R8: a destination has no labels of its own.
  const wearer = type === 'DESTINATION' ? `${entity}.source` : entity;
  const wears = (some: readonly LabelRef[]) =>
    both(`!${entity}.hidden`, `${wearer}.labels.containsAll(${JSON.stringify(texts(some))})`);
  // R36: sets that are equal are one set.
  const all = wears(labelSets.flat());
  const alone = new Set(labelSets.map((set) => texts(set).join())).size <= 1;
  return {
    certain: alone ? wears(labels) : all,
    contested: alone ? NEVER : both(wears(labels), not(all)),
    // R29
    possible: `${entity}.hidden`,
  };
}

/** R4 to R9, R27 to R29, R33, R35, R36: when a grant reaches an entity of a type that its role is about. */
export function reachOf(held: Held, type: ResourceType, entity: string, workspace: Snapshot): Reach {
  const { grant, role } = held;
  const { scope } = grant;
  if (scope.kind === 'unknown' || (role !== undefined && scopeRule(role, scope) === undefined)) {
    return { certain: NEVER, contested: NEVER, possible: ALWAYS };
  }
  const reach =
    scope.kind === 'all'
      ? { certain: ALWAYS, contested: NEVER, possible: NEVER }
      : scope.kind === 'list'
        ? reachOfList(held, type, entity, workspace)
        : reachOfLabels(scope.labels, held, type, entity);
  return role === undefined
    ? { certain: NEVER, contested: NEVER, possible: either(...Object.values(reach)) }
    : reach;
}

/** R20: reach of several entities taken as one: all of them, or (possibly) some. */
export function reachOfAll(reaches: readonly Reach[]): Reach {
  const certain = both(...reaches.map((reach) => reach.certain));
  const disputed = both(...reaches.map((reach) => either(reach.certain, reach.contested)));
  const some = either(...reaches.map((reach) => either(...Object.values(reach))));
  return {
    certain,
    contested: both(disputed, not(certain)),
    possible: both(some, not(disputed)),
  };
}
