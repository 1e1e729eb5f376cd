import { type ResourceType, resourceTypeSchema } from '@contract/snapshot';
import { actionTargets } from './action-targets';
import { catalogueRoles } from './catalogue';
import type { Reading } from './readings';
import { type Action, actionSchema, type CatalogueRole } from './role-schema';

/** What a right rests on: `null` for documented without contradiction, else the reading that gives it. */
export type Footing = Reading | null;

/**
 * The rights of a role, spread out for look-ups: `on` a resource type, and in
 * the workspace for a grant over `all` or over a `list`.
 */
export interface RoleRights {
  readonly role: CatalogueRole;
  readonly on: Readonly<Record<ResourceType, ReadonlyMap<Action, Footing>>>;
  readonly workspace: {
    readonly all: ReadonlyMap<Action, Footing>;
    readonly list: ReadonlyMap<Action, Footing>;
    readonly labels: ReadonlyMap<Action, Footing>;
  };
  /** What it unmasks or exports wherever the person reaches. */
  readonly reached: ReadonlySet<Action>;
}

const allActions = actionSchema.options;

function actionsFor(on: CatalogueRole['permits'][number]['on'], actions: 'every' | Action[]): Action[] {
  if (actions !== 'every') return actions;
  return allActions.filter((action) => {
    const targets = actionTargets[action];
    if (on === 'WORKSPACE') return targets === 'workspace';
    // An end of a connection, and the source behind an Engage space, are rights on one resource too.
    if (targets === 'pair' || action === 'connectEngageDestination') return true;
    return targets !== 'workspace' && targets.some((type) => type === on);
  });
}

/** A right with a firm footing is not weakened by a contested one. */
function add(rights: Map<Action, Footing>, action: Action, footing: Footing): void {
  if (rights.get(action) === null) return;
  rights.set(action, footing);
}

function spread(role: CatalogueRole): RoleRights {
  const on = {
    SOURCE: new Map<Action, Footing>(),
    DESTINATION: new Map<Action, Footing>(),
    WAREHOUSE: new Map<Action, Footing>(),
    SPACE: new Map<Action, Footing>(),
    TRACKING_PLAN: new Map<Action, Footing>(),
    FUNCTION: new Map<Action, Footing>(),
  };
  const all = new Map<Action, Footing>();
  const list = new Map<Action, Footing>();
  const labels = new Map<Action, Footing>();
  const reached = new Set<Action>();
  for (const permit of role.permits) {
    const footing = permit.contested ?? null;
    for (const action of actionsFor(permit.on, permit.actions)) {
      if (permit.on === 'REACHED') reached.add(action);
      else if (permit.on !== 'WORKSPACE') add(on[permit.on], action, footing);
      else {
        if (permit.when !== 'scopeList') add(all, action, footing);
        if (permit.when !== 'scopeAll') add(list, action, footing);
        if (permit.when === undefined) add(labels, action, footing);
      }
    }
  }
  return { role, on, workspace: { all, list, labels }, reached };
}

const rightsByName = new Map(catalogueRoles.map((role) => [role.name, spread(role)]));

/** The rights of a catalogue role. Throws for a role of another catalogue. */
export function rightsOf(role: CatalogueRole): RoleRights {
  const rights = rightsByName.get(role.name);
  if (rights === undefined) throw new Error(`no rights for role \`${role.name}\``);
  return rights;
}

/** The resource types in a fixed order: their position is their number in typed arrays. */
export const resourceTypes: readonly ResourceType[] = resourceTypeSchema.options;
