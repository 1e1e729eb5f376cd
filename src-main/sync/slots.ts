import PQueue from 'p-queue';

/** Lets a few tasks run at the same time, and only one of each key. */
export interface Slots {
  /** Runs the task when its turn comes: after earlier ones of the same key, when a slot is free. */
  take(key: string, task: () => Promise<void>): Promise<void>;
}

/** `count` slots, all free. */
export function createSlots(count: number): Slots {
  const queue = new PQueue({ concurrency: count });
  const tails = new Map<string, Promise<unknown>>();
  return {
    take: (key, task) => {
      const before = tails.get(key) ?? Promise.resolve();
      // Waiting for its own key takes no slot away from others.
      const turn = before.then(() => queue.add(task));
      const tail = turn
        .catch(() => undefined)
        .then(() => {
          if (tails.get(key) === tail) tails.delete(key);
        });
      tails.set(key, tail);
      return turn;
    },
  };
}
