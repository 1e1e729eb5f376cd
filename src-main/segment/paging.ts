import { z } from 'zod';
import type { ListEndpoint } from './endpoints';
import { SegmentError } from './segment-error';
import { parseShape } from './shape';
import { wirePaginationSchema } from './wire/pagination';

/** Entries asked for in one page: more than 200 was refused by older versions of the API. */
export const PAGE_SIZE = 200;

/** How far a list may go before it is taken for endless. */
export interface ListCaps {
  readonly pages: number;
  readonly entries: number;
}
export const LIST_CAPS: ListCaps = { pages: 50_000, entries: 1_000_000 };

/** One page of a list. `total` is the size of the list where the server tells it. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly total: number | null;
  /** The server's clock (milliseconds since 1970) where it tells it. */
  readonly serverTime: number | null;
}

/** Reads the page at a cursor; without one, the first. */
export type PageReader = (
  cursor: string | undefined,
) => Promise<{ data: Record<string, unknown>; serverTime: number | null }>;

/**
 * The pages of a list, one after the other.
 *
 * @throws SegmentError what the reader throws; `badShape`; `endless` when a cursor comes back or a cap is passed
 */
export async function* pagesOf<Entry>(
  list: ListEndpoint<Entry>,
  read: PageReader,
  caps: ListCaps = LIST_CAPS,
): AsyncGenerator<Page<Entry>, void, void> {
  const endpoint = `GET ${list.path}`;
  const schema = z.array(list.entry);
  const seen = new Set<string>();
  let cursor: string | undefined;
  let count = 0;
  for (let pages = 1; ; pages += 1) {
    const { data, serverTime } = await read(cursor);
    const whole = data.pagination === undefined && list.paginationOptional === true;
    const pagination = whole
      ? undefined
      : parseShape(wirePaginationSchema, data.pagination, endpoint, ['data', 'pagination']);
    const entries = parseShape(schema, data[list.key], endpoint, ['data', list.key]);
    count += entries.length;
    const next = pagination?.next ?? '';
    if (cursor !== undefined) seen.add(cursor);
    if (pagination !== undefined) seen.add(pagination.current);
    if (next !== '' && seen.has(next)) {
      throw new SegmentError(
        'endless',
        `${endpoint} goes round in circles: a page leads back to an earlier one.`,
        {
          endpoint,
        },
      );
    }
    if (count > caps.entries || (next !== '' && pages >= caps.pages)) {
      throw new SegmentError(
        'endless',
        `${endpoint} does not end: ${count} entries in ${pages} pages so far.`,
        {
          endpoint,
        },
      );
    }
    yield { entries, total: pagination?.totalEntries ?? null, serverTime };
    if (next === '') return;
    cursor = next;
  }
}

/** A list read whole, each entry once. */
export interface Listing<Entry> {
  readonly entries: readonly Entry[];
  readonly pages: number;
}

/** Called after each page, with how many entries there are so far and the size of the list where it is known. */
export type PageHeard = (done: number, total: number | null) => void;

/**
 * Gathers pages. A list that changes while it is being paged can show an entry
 * twice: the later one counts, in the place of the first. `complete` is false
 * when the server told of more entries than came, as when one slipped to a page
 * that was read already.
 */
export async function gather<Entry>(
  list: ListEndpoint<Entry>,
  pages: AsyncIterable<Page<Entry>>,
  heard?: PageHeard,
): Promise<Listing<Entry> & { readonly complete: boolean }> {
  const byId = new Map<string, number>();
  const entries: Entry[] = [];
  let count = 0;
  let total: number | null = null;
  for await (const page of pages) {
    count += 1;
    total = page.total;
    for (const entry of page.entries) {
      const id = list.idOf?.(entry) ?? null;
      const place = id === null ? undefined : byId.get(id);
      if (place !== undefined) entries[place] = entry;
      else {
        if (id !== null) byId.set(id, entries.length);
        entries.push(entry);
      }
    }
    heard?.(entries.length, total);
  }
  return { entries, pages: count, complete: total === null || entries.length >= total };
}
