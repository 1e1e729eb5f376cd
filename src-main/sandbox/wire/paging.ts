import { invalid } from './api-error';
import type { Query } from './query';

/** The largest page that the API gives. */
export const LARGEST_PAGE = 1000;
/** The size of a page when the request names none. */
export const USUAL_PAGE = 200;

/** The pagination object beside the array in an answer. `next` is missing on the last page. */
export interface PaginationOutput {
  current: string;
  next?: string;
  previous?: string | null;
  totalEntries?: number;
}

/** How many rows are asked for: 1 to 1000, capped by the server's own limit. */
export function pageSize(query: Query, maxPage: number): number {
  const text = query.text('pagination.count');
  if (text === undefined) return Math.min(USUAL_PAGE, maxPage);
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > LARGEST_PAGE) {
    throw invalid('pagination.count', `must be a whole number from 1 to ${LARGEST_PAGE}`);
  }
  return Math.min(count, maxPage);
}

/** Cursors are base64 of a number, as in the API's samples: `MA==` is 0. Clients must not look inside. */
export function encodeCursor(position: number): string {
  return Buffer.from(String(position)).toString('base64');
}

/** The text inside a base64 cursor; 422 when it is not base64. */
export function openCursor(cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64');
  if (bytes.toString('base64').replace(/=+$/, '') !== cursor.replace(/=+$/, '')) throw badCursor();
  return bytes.toString('utf8');
}

/** 422 for a cursor that this list did not give. */
export function badCursor(): ReturnType<typeof invalid> {
  return invalid('pagination.cursor', 'is not a cursor of this list');
}

function decodeCursor(cursor: string): number {
  const text = openCursor(cursor);
  if (!/^\d{1,9}$/.test(text)) throw badCursor();
  return Number(text);
}

/** How a list of the API pages: whether it tells the total, and the number its first cursor holds. */
export interface PageStyle {
  readonly total: boolean;
  readonly firstCursor: 0 | 1;
}

/** One page of the rows. `MA==` is the first page of every list. A cursor behind the end gives an empty last page. */
export function pageOf<Row>(
  query: Query,
  maxPage: number,
  rows: readonly Row[],
  style: PageStyle,
): { rows: readonly Row[]; pagination: PaginationOutput } {
  const count = pageSize(query, maxPage);
  const cursor = query.text('pagination.cursor');
  const start = cursor === undefined ? 0 : Math.max(0, decodeCursor(cursor) - style.firstCursor);
  const at = (offset: number): string => encodeCursor(offset + style.firstCursor);
  const pagination: PaginationOutput = {
    current: at(start),
    ...(start + count < rows.length ? { next: at(start + count) } : {}),
    previous: start === 0 ? null : at(Math.max(0, start - count)),
    ...(style.total ? { totalEntries: rows.length } : {}),
  };
  return { rows: rows.slice(start, start + count), pagination };
}
