import { SegmentError } from '../segment/segment-error';
import { Halt, Unreadable } from './halt';

/** What a failed write tells of whether it was done. */
export type WriteFailure =
  /** Segment looked at it and said no: it was not done. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The token is refused: it was not done, and nothing else will be. */
  | { readonly kind: 'tokenRefused'; readonly reason: string }
  /** Too many writes: it was not done. */
  | { readonly kind: 'limited'; readonly reason: string }
  /**
   * Nobody knows. `answered`: the server is through with it. `garbled`: it said that it was
   * done, and the rest of the answer was lost.
   */
  | { readonly kind: 'lost'; readonly reason: string; readonly answered: boolean; readonly garbled: boolean };

/** A write of which nobody knows whether it was done. */
export type Lost = Extract<WriteFailure, { kind: 'lost' }>;

/** Proxies give up on a server that may still be working (502, 504). */
const PROXY_STATUSES: readonly number[] = [502, 504];

/** Reads the failure of a write. Only what the server has clearly refused counts as not done. */
export function writeFailureOf(error: unknown): WriteFailure {
  if (!(error instanceof SegmentError)) throw error;
  const { kind, details, message: reason } = error;
  switch (kind) {
    case 'unauthorized':
    case 'forbidden':
      return { kind: 'tokenRefused', reason };
    case 'rateLimited':
      return { kind: 'limited', reason };
    case 'validation':
    case 'conflict':
    case 'notFound':
    case 'badUrl':
      return { kind: 'refused', reason };
    case 'tooLarge':
      if (details.status === 413) return { kind: 'refused', reason };
      return { kind: 'lost', reason, answered: true, garbled: true };
    case 'badAnswer':
    case 'badShape':
    case 'endless':
      return { kind: 'lost', reason, answered: true, garbled: true };
    case 'serverError':
      return {
        kind: 'lost',
        reason,
        answered: !PROXY_STATUSES.includes(details.status ?? 502),
        garbled: false,
      };
    case 'offline':
    case 'dropped':
    case 'timeout':
    case 'untrusted':
    case 'redirect':
    case 'cancelled':
      return { kind: 'lost', reason, answered: false, garbled: false };
  }
}

/**
 * What a failed reading means for the apply.
 *
 * @returns a Halt where nothing else could be read either, Unreadable where only this target cannot
 */
export function readingFailure(error: unknown): Halt | Unreadable {
  if (!(error instanceof SegmentError)) throw error;
  const { kind, failure } = error;
  switch (kind) {
    case 'unauthorized':
    case 'forbidden':
      return new Halt('stopped', failure.message);
    case 'offline':
    case 'dropped':
    case 'timeout':
    case 'untrusted':
    case 'rateLimited':
    case 'serverError':
    case 'redirect':
    case 'badAnswer':
    case 'cancelled':
      return new Halt('paused', failure.message);
    case 'notFound':
    case 'validation':
    case 'conflict':
    case 'badShape':
    case 'endless':
    case 'tooLarge':
    case 'badUrl':
      return new Unreadable(failure.message);
  }
}
