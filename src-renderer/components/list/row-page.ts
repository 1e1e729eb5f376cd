import type { Failure } from '@contract/failure';

/** How many rows one question asks for. A tall window shows about 40, so one answer is two screens and more. */
export const PAGE_SIZE = 100;

/** The part of a list question that moves while scrolling. */
export interface ListWindow {
  offset: number;
  limit: number;
}

/** What every answer of `lists.*` has, whatever its rows are. */
export interface RowPage {
  /** Of the snapshot that answered. Rows of two fingerprints are never shown together. */
  fingerprint: string;
  total: number;
  matched: number;
  offset: number;
  rows: unknown[];
  /** Why the list itself could not be read; `null` when it could. */
  unknown: string | null;
}

export type RowOf<Page extends RowPage> = Page['rows'][number];

/** One list question without its window. */
export interface ListQuestion<Page extends RowPage> {
  /** Whose rows these are (the workspace): rows of another realm are never kept on screen while waiting. */
  realm: string;
  /** Same text: same rows in the same order, as long as the data is the same. */
  id: string;
  /** Changes when there is new data to ask for: the fingerprint of the workspace's snapshot. */
  epoch: string;
  fetch: (window: ListWindow) => Promise<Page>;
}

/** What a list can show. `rowAt` answers `undefined` for a row that is on its way. */
export type ListView<Page extends RowPage> =
  | { kind: 'idle' }
  | { kind: 'loading' }
  | { kind: 'failed'; failure: Failure }
  | {
      kind: 'shown';
      /** The question that these rows answer: the one before, while `renewing`. */
      questionId: string;
      /** The latest answer, for its counts. */
      head: Page;
      rowAt: (index: number) => RowOf<Page> | undefined;
      /** True while a newer answer is on its way and these rows are kept meanwhile. */
      renewing: boolean;
      /** Set when rows are missing or old because an answer failed. */
      failure: Failure | null;
    };
