import type { Collection, ReadCount, Unknown } from '@contract/snapshot';
import type { SegmentClient } from '../segment/client';
import { reads } from '../segment/endpoints';
import type { Listing, PageHeard } from '../segment/paging';
import type { CallContext } from '../segment/request';
import { SegmentError, type SegmentErrorKind } from '../segment/segment-error';
import { COLLECTION_WORDS, type Detail, unreadDetail, unreadList } from '../snapshot/reasons';
import type { ProgressTracker } from './progress';

/** One sync under way: what it reads with, and what it has noted so far. */
export interface Reading {
  readonly client: SegmentClient;
  readonly context: CallContext;
  readonly progress: ProgressTracker;
  readonly unknowns: Unknown[];
  readonly reads: ReadCount[];
  /** Whether anything was refused with 401 since the token was last found to work. */
  tokenDoubted: boolean;
}

/**
 * Failures of one list or detail that leave the rest alone: the server has
 * answered, and will answer the same next time. All others (network, 5xx, limits,
 * cancelled) fail the sync.
 */
const ALONE: readonly SegmentErrorKind[] = [
  'unauthorized',
  'forbidden',
  'notFound',
  'validation',
  'badShape',
];

/** The token itself is refused: that never concerns one list alone. */
class TokenRefused extends SegmentError {
  constructor(error: SegmentError) {
    super('unauthorized', `The token is refused (${error.details.status ?? 401}).`, {
      ...error.details,
      advice: 'It may have been revoked. Replace it with a valid Workspace Owner’s token.',
    });
  }
}

/** The error when it concerns one list or detail only; anything else is thrown on. */
export function failsAlone(error: unknown): SegmentError {
  const alone =
    error instanceof SegmentError && !(error instanceof TokenRefused) && ALONE.includes(error.kind);
  if (alone) return error;
  throw error;
}

/**
 * Makes sure that the token still works, since 401 means both "this token may
 * not" and "this token is no good any more".
 *
 * @throws SegmentError `unauthorized`, which fails the sync, when it does not
 */
export async function requireWorkingToken(reading: Reading, context = reading.context): Promise<void> {
  try {
    await reading.client.read(reads.workspace, {}, context);
    reading.tokenDoubted = false;
  } catch (error) {
    if (error instanceof SegmentError && error.kind === 'unauthorized') throw new TokenRefused(error);
    throw error;
  }
}

/**
 * Reads; after a 401 looks whether the token still works, and if so asks once
 * more, because a refusal can pass.
 */
export async function readTwiceIfRefused<Data>(
  reading: Reading,
  read: () => Promise<Data>,
  context = reading.context,
): Promise<Data> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SegmentError) || error.kind !== 'unauthorized') throw error;
    await requireWorkingToken(reading, context);
    try {
      return await read();
    } catch (second) {
      if (second instanceof SegmentError && second.kind === 'unauthorized') reading.tokenDoubted = true;
      throw second;
    }
  }
}

/**
 * Reads a list as a whole. When it fails alone the answer is `null`, and an
 * unknown says why.
 */
export async function readCollection<Entry>(
  reading: Reading,
  collection: Collection,
  read: (heard: PageHeard) => Promise<Listing<Entry>>,
): Promise<readonly Entry[] | null> {
  const { progress } = reading;
  progress.begin(COLLECTION_WORDS[collection], null);
  try {
    const { entries, pages } = await readTwiceIfRefused(reading, () =>
      read((done, total) => progress.advance(done, total)),
    );
    reading.reads.push({ collection, pages, entries: entries.length });
    return entries;
  } catch (error) {
    reading.unknowns.push(unreadList(collection, failsAlone(error).details.status));
    return null;
  }
}

/** The data, or an error that fails alone for an answer that leaves out what was asked for. */
export function requirePresent<Data>(data: Data | null | undefined, endpoint: string, field: string): Data {
  if (data !== null && data !== undefined) return data;
  throw new SegmentError('badShape', `The answer to ${endpoint} does not fit: \`${field}\` is missing.`, {
    endpoint,
    field,
  });
}

/** What came of asking for a detail; `gone`: what it is about does not exist any more. */
export type DetailAnswer<Data> =
  | { readonly kind: 'read'; readonly data: Data }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unread' };

/** Reads a detail of one member or group. When it fails alone, an unknown says why. */
export async function readDetail<Data>(
  reading: Reading,
  detail: Detail,
  id: string,
  context: CallContext,
  read: () => Promise<Data>,
): Promise<DetailAnswer<Data>> {
  try {
    return { kind: 'read', data: await readTwiceIfRefused(reading, read, context) };
  } catch (error) {
    const { kind, details } = failsAlone(error);
    if (kind === 'notFound') return { kind: 'gone' };
    reading.unknowns.push(unreadDetail(detail, id, details.status));
    return { kind: 'unread' };
  }
}
