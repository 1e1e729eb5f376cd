import type { Collection, ResourceType, Unknown } from '@contract/snapshot';
import type { Action } from '../catalogue/role-schema';
import { type Column, keyText, type ResourceKey } from '../world/columns';
import { columnIndex, type World } from '../world/world';
import {
  engageSourceLeg,
  type Leg,
  piiLeg,
  reachLeg,
  resourceLeg,
  undocumentedEndLeg,
  workspaceLeg,
} from './legs';
import { applies, isDocumentedPair, type Target } from './target';

/** Why a question has no ordinary answer. */
export interface DecisionError {
  readonly kind: 'noSuchMember' | 'noSuchResource' | 'unreadList' | 'actionDoesNotApply' | 'undocumented';
  readonly message: string;
}

/** A question made ready: the legs that must all be carried, or why it cannot be asked. */
export type Question =
  | { readonly kind: 'legs'; readonly legs: readonly Leg[]; readonly errors: readonly DecisionError[] }
  | { readonly kind: 'none'; readonly effect: 'denied' | 'unknown'; readonly error: DecisionError };

/** The list that resources of a type are read from. */
export const COLLECTION_OF: Record<ResourceType, Collection> = {
  SOURCE: 'sources',
  DESTINATION: 'destinations',
  WAREHOUSE: 'warehouses',
  SPACE: 'spaces',
  TRACKING_PLAN: 'trackingPlans',
  FUNCTION: 'functions',
};

/** The unknown that says that a whole list could not be read, if it could not. */
export function unreadList(world: World, collection: Collection): Unknown | undefined {
  return world.snapshot.unknowns.find(({ subject, id }) => subject === collection && id === undefined);
}

/** Said beside an answer that a list which could not be read would make longer. */
export function unreadError(world: World, collection: Collection): DecisionError[] {
  const unread = unreadList(world, collection);
  return unread === undefined ? [] : [{ kind: 'unreadList', message: unread.reason }];
}

function find(world: World, key: ResourceKey): Column | Extract<Question, { kind: 'none' }> {
  const column = world.columns.list[columnIndex(world, key) ?? -1];
  if (column !== undefined) return column;
  const unread = unreadList(world, COLLECTION_OF[key.type]);
  if (unread !== undefined) {
    return { kind: 'none', effect: 'unknown', error: { kind: 'unreadList', message: unread.reason } };
  }
  const message = `there is no resource \`${keyText(key)}\``;
  return { kind: 'none', effect: 'denied', error: { kind: 'noSuchResource', message } };
}

/** The sources that bear the name of a space's own source: `Engage (space name)`. */
function engageSources(world: World, space: ResourceKey): Column[] {
  const { resources } = world.snapshot;
  const name = resources.find(({ type, id }) => type === 'SPACE' && id === space.id)?.name;
  return resources.flatMap((each) => {
    if (each.type !== 'SOURCE' || each.name !== `Engage (${name})`) return [];
    const column = world.columns.list[columnIndex(world, each) ?? -1];
    return column === undefined ? [] : [column];
  });
}

function onResource(world: World, action: Action, column: Column): Question {
  switch (action) {
    case 'viewPii':
    case 'downloadPii':
      return { kind: 'legs', legs: [reachLeg(action, column), piiLeg(action)], errors: [] };
    case 'connectEngageDestination': {
      const sources = engageSources(world, column);
      const legs = [resourceLeg('space', action, column), engageSourceLeg(sources)];
      if (sources.length === 1) return { kind: 'legs', legs, errors: [] };
      const many = sources.length === 0 ? 'no source bears' : 'several sources bear';
      const message = `${many} the name of the source behind \`${column.key}\``;
      return { kind: 'legs', legs, errors: [{ kind: 'undocumented', message }] };
    }
    default:
      return { kind: 'legs', legs: [resourceLeg('resource', action, column)], errors: [] };
  }
}

function onPair(first: Column, second: Column): Question {
  if (isDocumentedPair(first.type, second.type)) {
    const legs = [resourceLeg('first', 'connect', first), resourceLeg('second', 'connect', second)];
    return { kind: 'legs', legs, errors: [] };
  }
  const message = `connecting ${first.type} with ${second.type} is not described`;
  return {
    kind: 'legs',
    legs: [undocumentedEndLeg('first', first), undocumentedEndLeg('second', second)],
    errors: [{ kind: 'undocumented', message }],
  };
}

/** Finds what an action on a target asks for. */
export function ask(world: World, action: Action, target: Target): Question {
  if (!applies(action, target)) {
    const message = `\`${action}\` is not about ${target.kind === 'resource' ? target.type : `a ${target.kind}`}`;
    return { kind: 'none', effect: 'denied', error: { kind: 'actionDoesNotApply', message } };
  }
  switch (target.kind) {
    case 'workspace':
      return { kind: 'legs', legs: [workspaceLeg(action)], errors: [] };
    case 'resource': {
      const column = find(world, target);
      return 'kind' in column ? column : onResource(world, action, column);
    }
    case 'pair': {
      const first = find(world, target.ends[0]);
      const second = find(world, target.ends[1]);
      if ('kind' in first && first.effect === 'denied') return first;
      // An end that is certainly not there settles it, whatever could not be read of the other.
      if ('kind' in second && second.effect === 'denied') return second;
      return 'kind' in first ? first : 'kind' in second ? second : onPair(first, second);
    }
  }
}
