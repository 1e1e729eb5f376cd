import { createHash } from 'node:crypto';
import type { Resource } from '@contract/snapshot';
import type { WireLabelledSpace } from '../segment/wire/extensions';
import type {
  WireDestination,
  WireFunction,
  WireSource,
  WireSpace,
  WireTrackingPlan,
  WireWarehouse,
} from '../segment/wire/resources';
import { canonicalJson } from './canonical-json';
import { labelRefs } from './grants';

type Of<Type extends Resource['type']> = Extract<Resource, { type: Type }>;

/** The first text that is not empty. */
function firstOf(...texts: readonly (string | null | undefined)[]): string {
  return texts.find((text) => text !== undefined && text !== null && text.trim() !== '') ?? '';
}

function slugOf(slug: string | null | undefined): { slug?: string } {
  return slug === undefined || slug === null || slug === '' ? {} : { slug };
}

/** A source. Without a name it is called as its slug. */
export function sourceOf({ id, slug, name, enabled, labels, metadata }: WireSource): Of<'SOURCE'> {
  return {
    type: 'SOURCE',
    id,
    name: firstOf(name, slug, id),
    ...slugOf(slug),
    enabled,
    labels: labelRefs(labels),
    catalogName: metadata.name,
    categories: [...metadata.categories],
  };
}

/** A destination. Without a name it is called as its kind. */
export function destinationOf({ id, name, enabled, sourceId, metadata }: WireDestination): Of<'DESTINATION'> {
  return {
    type: 'DESTINATION',
    id,
    name: firstOf(name, metadata.name, id),
    enabled,
    sourceId,
    catalogName: metadata.name,
  };
}

/** A warehouse. It has no name of its own: the one in its settings, else its kind. */
export function warehouseOf({ id, enabled, metadata, settings }: WireWarehouse): Of<'WAREHOUSE'> {
  return {
    type: 'WAREHOUSE',
    id,
    name: firstOf(settings.name, metadata.name, id),
    enabled,
    catalogName: metadata.name,
  };
}

/** A space. Its labels are `null` where the workspace does not show them. */
export function spaceOf(space: WireSpace | WireLabelledSpace): Of<'SPACE'> {
  return {
    type: 'SPACE',
    id: space.id,
    name: firstOf(space.name, space.slug, space.id),
    ...slugOf(space.slug),
    labels: 'labels' in space ? labelRefs(space.labels) : null,
  };
}

export function trackingPlanOf({ id, name, slug, type }: WireTrackingPlan): Of<'TRACKING_PLAN'> {
  return {
    type: 'TRACKING_PLAN',
    id,
    name: firstOf(name, slug, id),
    ...slugOf(slug),
    planType: type,
  };
}

/** Functions, and how many of them came without an id. */
export interface ReadFunctions {
  readonly functions: Of<'FUNCTION'>[];
  readonly withoutId: string[];
}

/**
 * The functions of all types. One without an id gets one made from what is
 * known of it, so that it stays the same from sync to sync; its made-up id is
 * told in `withoutId`, because no grant can be matched to it.
 */
export function functionsOf(wire: readonly { asked: string; entry: WireFunction }[]): ReadFunctions {
  const functions: Of<'FUNCTION'>[] = [];
  const withoutId: string[] = [];
  const alike = new Map<string, number>();
  for (const { asked, entry } of wire) {
    const functionType = firstOf(entry.resourceType, asked);
    let id = entry.id ?? '';
    if (id === '') {
      const known = canonicalJson([functionType, entry.displayName, entry.catalogId, entry.createdAt]);
      const number = (alike.get(known) ?? 0) + 1;
      alike.set(known, number);
      id = `without-id-${createHash('sha256').update(`${known} ${number}`).digest('hex').slice(0, 24)}`;
      withoutId.push(id);
    }
    functions.push({
      type: 'FUNCTION',
      id,
      name: firstOf(entry.displayName, entry.id, 'Function'),
      functionType,
    });
  }
  return { functions, withoutId };
}
