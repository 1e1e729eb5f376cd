import type { Collection, Resource, ResourceType, Snapshot } from '@contract/snapshot';
import { ACTIONS, type ActionName, actionsOn, type Key } from './actions';
import { type Entity, keepPolicies, permitting, type Uid } from './cedar';
import { BEHIND_SPACE, EVERY, PARTS, policiesOf, sourcesBehind, WORKSPACE } from './policies';
import { FOOTINGS, type Footing } from './reach';

/** An answer (R22, R23): `otherwise` is set where it is ambiguous. */
export interface CedarAnswer {
  readonly effect: 'allowed' | 'denied' | 'unknown';
  readonly otherwise: 'unknown' | 'denied' | null;
}

/** One part of a question, asked of Cedar on its own. */
interface Part {
  readonly action: string;
  readonly resource: Uid;
  readonly entities: readonly Entity[];
}

const COLLECTION = {
  SOURCE: 'sources',
  DESTINATION: 'destinations',
  WAREHOUSE: 'warehouses',
  SPACE: 'spaces',
  TRACKING_PLAN: 'trackingPlans',
  FUNCTION: 'functions',
} as const satisfies Record<ResourceType, Collection>;

const DENIED: CedarAnswer = { effect: 'denied', otherwise: null };
const UNKNOWN: CedarAnswer = { effect: 'unknown', otherwise: null };

const actionEntities = new Map<string, Entity>(
  ACTIONS.map((id) => [
    id,
    { uid: { type: 'Action', id }, attrs: {}, parents: [{ type: 'Action', id: EVERY }] },
  ]),
);

/** A workspace in Cedar: its grants as policies, the rest as entities. One is kept in Cedar at a time. */
export class TranslatedWorkspace {
  static readonly #name = 'workspace';
  readonly #sources = new Map<string, Resource>();

  constructor(readonly workspace: Snapshot) {
    keepPolicies(TranslatedWorkspace.#name, policiesOf(workspace));
    for (const each of workspace.resources) if (each.type === 'SOURCE') this.#sources.set(each.id, each);
  }

  /** Whether a member may do something to the workspace, to a resource, or to two (R11, R22 to R25). */
  ask(memberId: string, action: ActionName, targets: readonly Key[]): CedarAnswer {
    if (!actionsOn(targets).includes(action)) return DENIED;
    const found: Resource[] = [];
    const missing: Key[] = [];
    for (const key of targets) {
      const resource = this.workspace.resources.find(({ type, id }) => type === key.type && id === key.id);
      if (resource === undefined) missing.push(key);
      else found.push(resource);
    }
    if (missing.some(({ type }) => !this.#unread(COLLECTION[type]))) return DENIED;
    if (missing.length > 0) return UNKNOWN;
    if (!this.workspace.members.some(({ id }) => id === memberId)) {
      return this.#unread('members') ? UNKNOWN : DENIED;
    }
    return answerOf(this.#parts(action, found).map((part) => this.#footings(memberId, part)));
  }

  #unread(list: Collection): boolean {
    return this.workspace.unknowns.some(({ subject, id }) => subject === list && id === undefined);
  }

  /** Cedar names the policies that permit; their ids begin with the footing. */
  #footings(memberId: string, { action, resource, entities }: Part): ReadonlySet<Footing> {
    const principal: Entity = {
      uid: { type: 'Member', id: memberId },
      attrs: {},
      parents: this.workspace.groups
        .filter(({ memberIds }) => memberIds?.includes(memberId))
        .map(({ id }) => ({ type: 'Group', id })),
    };
    const actionEntity = actionEntities.get(action);
    const all = [principal, ...entities, ...(actionEntity === undefined ? [] : [actionEntity])];
    const permitted = permitting(TranslatedWorkspace.#name, {
      principal: principal.uid,
      action,
      resource,
      entities: all,
    });
    return new Set(FOOTINGS.filter((footing) => permitted.some((id) => id.startsWith(footing))));
  }

  #parts(action: ActionName, [first, second]: readonly Resource[]): Part[] {
    if (first === undefined) return [this.#onWorkspace(action)];
    if (second !== undefined) {
      const types = [first.type, second.type];
      const described =
        types.includes('SOURCE') && (types.includes('WAREHOUSE') || types.includes('TRACKING_PLAN'));
      const end = described ? action : PARTS.joinUndescribed;
      return [this.#on(first, end), this.#on(second, end)];
    }
    if (action === 'viewPii') return [this.#on(first, 'view'), this.#onWorkspace(PARTS.unmaskToView)];
    if (action === 'downloadPii') {
      return [this.#on(first, PARTS.viewToDownload), this.#onWorkspace(PARTS.unmaskToDownload)];
    }
    if (action === 'connectEngageDestination') {
      return [this.#on(first, action), this.#behindSpace(first, action)];
    }
    return [this.#on(first, action)];
  }

  #onWorkspace(action: string): Part {
    return { action, resource: WORKSPACE, entities: [{ uid: WORKSPACE, attrs: {}, parents: [] }] };
  }

  #on(resource: Resource, action: string): Part {
    const { type, id } = resource;
    const source = resource.type === 'DESTINATION' ? this.#sources.get(resource.sourceId) : undefined;
    const entities = [resource, ...(source === undefined ? [] : [source])].map((each) => this.#entity(each));
    return { action, resource: { type, id }, entities };
  }

  #behindSpace(space: Resource, action: string): Part {
    const resource = { type: BEHIND_SPACE, id: space.id };
    const behind = sourcesBehind(space, this.workspace).map((source) => this.#entity(source));
    return { action, resource, entities: [{ uid: resource, attrs: {}, parents: [] }, ...behind] };
  }

  /** Labels as texts; a destination hangs on its source; `hidden` where labels cannot be seen (R8, R29). */
  #entity(resource: Resource): Entity {
    const uid = { type: resource.type, id: resource.id };
    switch (resource.type) {
      case 'SOURCE':
      case 'SPACE': {
        const labels = (resource.labels ?? []).map(({ key, value }) => `${key}:${value}`);
        return { uid, attrs: { hidden: resource.labels === null, labels }, parents: [] };
      }
      case 'DESTINATION': {
        const source = { type: 'SOURCE', id: resource.sourceId };
        const hidden = !this.#sources.has(resource.sourceId);
        return { uid, attrs: { hidden, source: { __entity: source } }, parents: [source] };
      }
      case 'WAREHOUSE':
      case 'TRACKING_PLAN':
      case 'FUNCTION':
        return { uid, attrs: {}, parents: [] };
    }
  }
}

/** R22, R23 */
function answerOf(parts: readonly ReadonlySet<Footing>[]): CedarAnswer {
  const allowed = parts.every((part) => part.has('certain') || part.has('contested'));
  if (!allowed) return parts.every((part) => part.size > 0) ? UNKNOWN : DENIED;
  const disputed = parts.filter((part) => !part.has('certain'));
  if (disputed.length === 0) return { effect: 'allowed', otherwise: null };
  const possible = disputed.every((part) => part.has('possible'));
  return { effect: 'allowed', otherwise: possible ? 'unknown' : 'denied' };
}
