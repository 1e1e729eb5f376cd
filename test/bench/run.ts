import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Figure, isMet, memoryFigure } from './figures';
import { reportFigures } from './reports';
import { type Plan, runSize } from './size-run';
import { tableOf } from './table';
import { SIZES } from './workload';

/**
 * The bench: `npm run bench -- [--sizes S,M,L,hard,XL] [--no-reports] [--json FILE]`. Prints a
 * table and writes the figures as JSON. Exit 1 when ours and a peer disagree.
 */

const PLANS: Readonly<Record<string, Plan>> = {
  S: { name: 'S', size: SIZES.S, hard: false, rounds: 15, sampleRows: 100, slowPeers: true, effects: true },
  M: { name: 'M', size: SIZES.M, hard: false, rounds: 9, sampleRows: 20, slowPeers: true, effects: true },
  L: { name: 'L', size: SIZES.L, hard: false, rounds: 9, sampleRows: 8, slowPeers: false, effects: true },
  hard: {
    name: 'L hard',
    size: SIZES.L,
    hard: true,
    rounds: 3,
    sampleRows: 8,
    slowPeers: false,
    effects: false,
  },
  XL: { name: 'XL', size: SIZES.XL, hard: false, rounds: 3, sampleRows: 4, slowPeers: false, effects: false },
};

/** Megabytes that a workspace of size XL, compiled and with every answer worked out, may take. */
const MEMORY_LIMIT = 300;

const memorySchema = z.object({ snapshot: z.number(), built: z.number(), answered: z.number() });

/** In a process of its own, so that neither disturbs the other. */
function memoryFigures(): Figure[] {
  const script = resolve(import.meta.dirname, 'memory.ts');
  const child = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.status !== 0) throw new Error('the memory of size XL could not be measured');
  const { snapshot, built, answered } = memorySchema.parse(JSON.parse(child.stdout));
  return [
    memoryFigure('XL', 'memory of the snapshot itself', snapshot, null),
    memoryFigure('XL', 'memory of the engine, built', built, null),
    memoryFigure('XL', 'memory of the engine, built and answering', answered, MEMORY_LIMIT),
  ];
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: Object.keys(PLANS).join(',') },
    reports: { type: 'boolean', default: true },
    json: { type: 'string', default: 'test-results/bench/results.json' },
  },
  allowNegative: true,
});
const chosen = values.sizes.split(',').map((name) => {
  const plan = PLANS[name];
  if (plan === undefined) throw new Error(`sizes are ${Object.keys(PLANS).join(', ')}; not ${name}`);
  return plan;
});

const started = performance.now();
// First, while this process is still small.
const memory = chosen.some(({ name }) => name === 'XL') ? memoryFigures() : [];
const figures: Figure[] = [];
for (const plan of chosen) {
  process.stderr.write(`measuring ${plan.name}…\n`);
  figures.push(...(await runSize(plan)));
}
figures.push(...memory);
if (values.reports) {
  process.stderr.write('measuring reports…\n');
  figures.push(...reportFigures());
}
const seconds = Math.round((performance.now() - started) / 1_000);
const unmet = figures.filter((figure) => isMet(figure) === false);

process.stdout.write(`${tableOf(figures)}\n
Medians (least – most) of one process, tasks in turn, after two warm-ups. All peers gave the same
answers before anything was timed. * worked out from a sample: whole rows for the naive peer and for
CASL (abilities included), single checks for casbin and Cedar.
${figures.filter((figure) => isMet(figure) === true).length} met, ${unmet.length} not met; ${seconds} s.
`);

const file = resolve(values.json);
mkdirSync(dirname(file), { recursive: true });
const lines = figures.map((figure) => ({ ...figure, met: isMet(figure) }));
writeFileSync(file, `${JSON.stringify({ node: process.version, seconds, figures: lines }, null, 2)}\n`);
