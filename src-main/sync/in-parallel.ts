import PQueue from 'p-queue';
import { cancelled } from '../segment/segment-error';

/** How many details are asked for at the same time. */
export const CONCURRENCY = 6;

/**
 * Does a task for each item, a few at a time. The first failure stops the
 * others, and is thrown when none of them runs any more.
 */
export async function inParallel<Item>(
  items: readonly Item[],
  signal: AbortSignal | undefined,
  task: (item: Item, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  if (signal?.aborted === true) throw cancelled();
  const queue = new PQueue({ concurrency: CONCURRENCY });
  const stop = new AbortController();
  const giveUp = () => stop.abort();
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    await Promise.all(items.map((item) => queue.add(() => task(item, stop.signal))));
  } catch (error) {
    stop.abort();
    queue.clear();
    await queue.onIdle();
    throw error;
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
}
