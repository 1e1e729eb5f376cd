import type { SyncProgress } from '@contract/workspaces';
import type { RequestWatch } from '../segment/request';

/** What a sync tells of itself; whose sync it is, the caller knows. */
export type Progress = Omit<SyncProgress, 'key'>;

/** Nothing has been asked yet. */
export const NO_PROGRESS: Progress = {
  collection: '',
  done: 0,
  total: null,
  requests: 0,
  rateLimitWaits: 0,
  waitingUntil: null,
};

/** Changes are told at most so often. */
const LEAST_GAP_MS = 125;
/** Without changes it is told so often all the same, so that the window can show that it is alive. */
const HEARTBEAT_MS = 200;

/** Gathers the progress of one sync and tells it, neither too often nor too seldom. */
export interface ProgressTracker extends RequestWatch {
  /** Another list or step has begun; `collection` in words. */
  begin(collection: string, total: number | null): void;
  /** How far the current step is. A total of `null` is not known. */
  advance(done: number, total: number | null): void;
  /** Tells it a last time and stops the heartbeat. */
  end(): void;
}

/** `tell` hears of the progress at once, then until `end`. `now` answers milliseconds since 1970. */
export function createProgressTracker(
  tell: (progress: Progress) => void,
  now: () => number,
): ProgressTracker {
  let progress: Progress = NO_PROGRESS;
  let toldAt = Number.NEGATIVE_INFINITY;
  let ended = false;

  const tellNow = () => {
    toldAt = performance.now();
    const { waitingUntil } = progress;
    if (waitingUntil !== null && waitingUntil <= now()) progress = { ...progress, waitingUntil: null };
    tell(progress);
  };
  const change = (part: Partial<Progress>) => {
    progress = { ...progress, ...part };
    if (!ended && performance.now() - toldAt >= LEAST_GAP_MS) tellNow();
  };
  const heartbeat = setInterval(tellNow, HEARTBEAT_MS);

  return {
    begin: (collection, total) => change({ collection, done: 0, total }),
    advance: (done, total) => change({ done, total }),
    answered: () => change({ requests: progress.requests + 1 }),
    limited: (until, fresh) =>
      change({
        waitingUntil: Math.max(progress.waitingUntil ?? 0, until),
        rateLimitWaits: progress.rateLimitWaits + (fresh ? 1 : 0),
      }),
    end: () => {
      if (ended) return;
      ended = true;
      clearInterval(heartbeat);
      progress = { ...progress, waitingUntil: null };
      tellNow();
    },
  };
}
