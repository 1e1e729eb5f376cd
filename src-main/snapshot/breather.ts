/** Lets the event loop run in between, when the last time was long enough ago. */
export type Breathe = () => Promise<void>;

/** How long a pure step may hold the event loop, in milliseconds. */
const LONGEST_HOLD_MS = 25;

/**
 * A breather for long pure steps: called between small pieces, it answers at
 * once until 25 ms have passed, then after a turn of the event loop. Rejects
 * with the signal's reason when it is aborted.
 */
export function createBreather(signal?: AbortSignal): Breathe {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_HOLD_MS) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    since = performance.now();
  };
}

/** Does something for each entry, breathing now and then. */
export async function forEachBreathing<Entry>(
  entries: readonly Entry[],
  breathe: Breathe,
  each: (entry: Entry) => void,
): Promise<void> {
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index];
    if (entry !== undefined) each(entry);
    // Asking the clock for every entry would cost more than most of the steps.
    if (index % 64 === 63) await breathe();
  }
}
