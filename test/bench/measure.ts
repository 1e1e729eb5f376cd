/** Milliseconds of a task over several rounds. */
export interface Measurement {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Keeps results reachable, so that no work is optimised away. */
let kept: unknown;

function time(task: () => unknown): number {
  const start = performance.now();
  kept = task();
  return performance.now() - start;
}

/** Runs all tasks in turn, twice to warm up, then for so many rounds: noise falls on all alike. */
export function measure(
  tasks: Readonly<Record<string, () => unknown>>,
  rounds: number,
): Record<string, Measurement> {
  const times = new Map(Object.keys(tasks).map((name) => [name, [] as number[]]));
  for (let round = -2; round < rounds; round += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const elapsed = time(task);
      if (round >= 0) times.get(name)?.push(elapsed);
    }
  }
  if (kept === measure) throw new Error('a task gave back the measuring itself');
  return Object.fromEntries(
    [...times].map(([name, all]) => {
      const sorted = all.sort((one, other) => one - other);
      const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
      return [name, { median, least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN }];
    }),
  );
}
