/** Runs tasks one after the other, in the order in which they were asked for. */
export interface OneAtATime {
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when everything that was asked for so far is over, well or not. */
  settled(): Promise<void>;
}

/** A queue of its own. A task that fails does not stop the next. A task must not wait for its own queue. */
export function createOneAtATime(): OneAtATime {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    run: (task) => {
      const result = tail.then(task);
      tail = result.catch(() => undefined);
      return result;
    },
    settled: async () => {
      await tail;
    },
  };
}
