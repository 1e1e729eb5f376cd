import { nothingSeen, proveApply } from './model';

/**
 * The model-based test as a command: `prove.ts RUNS SEED`. Says what the runs have seen,
 * or, after `BROKEN`, which promise was broken and the smallest course that breaks it.
 */
const runs = Number(process.argv[2] ?? 5000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);

try {
  const { broken: _none, states, ...seen } = await proveApply(runs, seed, nothingSeen());
  process.stdout.write(`${JSON.stringify({ ...seen, states: Object.fromEntries(states), seed })}\n`);
} catch (error) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  process.stdout.write(`BROKEN ${cause}\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
