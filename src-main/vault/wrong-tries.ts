import { Failed } from '../storage/failed';
import { delayAfter, delayLeft, inSeconds } from './retry-delay';
import type { WrongTries } from './vault-file';

/** The growing wait after wrong passphrases. */
export interface TryKeeper {
  /** Milliseconds until the next try is accepted. */
  left(): number;
  /** @throws Failed `locked` while the wait is not over. */
  assertAllowed(): void;
  /** Counts a wrong try; answers what is to be kept on disk. */
  addWrong(): WrongTries;
  /** Takes over what is on disk, unless this run knows of more wrong tries. */
  takeOver(kept: WrongTries): void;
  /** Wrong tries in a row. */
  wrong(): number;
  clear(): void;
}

/**
 * Within a run the wait is measured with the monotonic clock, which nobody can
 * set; across a restart only the wall clock is left.
 */
export function createTryKeeper(now: () => number, monotonicNow: () => number): TryKeeper {
  let count = 0;
  let until = 0;
  const left = () => Math.max(0, until - monotonicNow());
  return {
    left,
    assertAllowed: () => {
      const wait = left();
      if (wait > 0) {
        throw new Failed(
          'locked',
          `After ${count} wrong ${count === 1 ? 'passphrase' : 'passphrases'} there is a pause. Try again in ${inSeconds(wait)}.`,
        );
      }
    },
    addWrong: () => {
      count += 1;
      until = monotonicNow() + delayAfter(count);
      return { count, lastAt: now() };
    },
    takeOver: (kept) => {
      if (kept.count <= count) return;
      count = kept.count;
      until = monotonicNow() + delayLeft(kept.count, kept.lastAt, now());
    },
    wrong: () => count,
    clear: () => {
      count = 0;
      until = 0;
    },
  };
}
