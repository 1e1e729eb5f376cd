import type { Resource } from '@contract/snapshot';
import { lists } from '../segment/endpoints';
import { SegmentError } from '../segment/segment-error';
import type { WireFunction } from '../segment/wire/resources';
import { functionWithoutId } from '../snapshot/reasons';
import { functionsOf } from '../snapshot/resources';
import { failsAlone, type Reading, readCollection } from './reading';

/**
 * The types of functions, each of which is asked for on its own. Version 73 of
 * the API added the later ones: a server may not know them.
 */
const TYPES = [
  { type: 'DESTINATION', later: false },
  { type: 'INSERT_DESTINATION', later: false },
  { type: 'SOURCE', later: false },
  { type: 'INSERT_SOURCE', later: true },
  { type: 'INSERT_TRANSFORMATION', later: true },
] as const;

function isUnknownType(error: unknown): boolean {
  return error instanceof SegmentError && failsAlone(error).kind === 'validation';
}

/**
 * Reads the functions of all types. When one type fails the list is unknown as
 * a whole: a part of it would look like all there is.
 */
export async function readFunctions(reading: Reading): Promise<Resource[]> {
  const { client, context, unknowns } = reading;
  const wire = await readCollection(reading, 'functions', async (heard) => {
    const found: { asked: string; entry: WireFunction }[] = [];
    let pages = 0;
    for (const { type, later } of TYPES) {
      try {
        const listing = await client.list(lists.functions, { query: { resourceType: type } }, context);
        pages += listing.pages;
        for (const entry of listing.entries) found.push({ asked: type, entry });
        heard(found.length, null);
      } catch (error) {
        if (!later || !isUnknownType(error)) throw error;
      }
    }
    return { entries: found, pages };
  });
  const { functions, withoutId } = functionsOf(wire ?? []);
  unknowns.push(...withoutId.map(functionWithoutId));
  return functions;
}
