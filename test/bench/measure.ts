/** Milliseconds of a task over several rounds. */
export interface Measurement {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

const WARM_UPS = 2;

/** Keeps results reachable, so that no work is optimised away. */
let kept: unknown;

function time(task: () => unknown): number {
  const start = performance.now();
  kept = task();
  return performance.now() - start;
}

/**
 * Runs all tasks in turn, twice to warm up, then for so many rounds: noise falls
 * on all alike. Tasks are told apart by name. Throws for two of one name.
 */
export class Measuring {
  readonly #tasks = new Map<string, () => unknown>();
  readonly #measured = new Map<string, Measurement>();

  /** Adds a task; what it gives back is kept, not looked at. */
  add(name: string, task: () => unknown): void {
    if (this.#tasks.has(name)) throw new Error(`two tasks are called ${name}`);
    this.#tasks.set(name, task);
  }

  run(rounds: number): void {
    const times = new Map([...this.#tasks.keys()].map((name) => [name, [] as number[]]));
    for (let round = -WARM_UPS; round < rounds; round += 1) {
      for (const [name, task] of this.#tasks) {
        const elapsed = time(task);
        if (round >= 0) times.get(name)?.push(elapsed);
      }
    }
    if (kept === this) throw new Error('a task gave back the measuring itself');
    for (const [name, all] of times) {
      const [least, most] = [Math.min(...all), Math.max(...all)];
      const median = all.sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN;
      this.#measured.set(name, { median, least, most });
    }
  }

  /** What was measured of a task. Throws when it has not run. */
  of(name: string): Measurement {
    const measured = this.#measured.get(name);
    if (measured === undefined) throw new Error(`${name} was not measured`);
    return measured;
  }
}

/** A measurement in other terms: times `factor`, plus `added` milliseconds. */
export function scaled({ median, least, most }: Measurement, factor: number, added = 0): Measurement {
  return { median: median * factor + added, least: least * factor + added, most: most * factor + added };
}
