import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type Figure, memoryFigure, timeFigure } from './figures';
import type { Measurement } from './measure';

const outcomeSchema = z.object({
  ours: z.number(),
  floor: z.number(),
  bytes: z.number(),
  megabytes: z.number(),
});

const RUNS = [
  { size: '20,000 x 200', words: ['access', 'csv', '20000', '200'], name: 'CSV, access, every row' },
  { size: '20,000 x 200', words: ['matrix', 'csv', '20000', '200'], name: 'CSV, matrix' },
  { size: '5,000 x 200', words: ['matrix', 'xlsx', '5000', '200'], name: 'XLSX, matrix' },
] as const;
const ROUNDS = 3;

function measurementOf(values: readonly number[]): Measurement {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (place: number) => sorted[place] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), least: at(0), most: at(sorted.length - 1) };
}

/** Reports beside writing the same bytes, each round in a process of its own so that peaks do not mix. */
export function reportFigures(): Figure[] {
  const script = resolve(import.meta.dirname, 'report-run.ts');
  return RUNS.flatMap(({ size, words, name }) => {
    const rounds = Array.from({ length: ROUNDS }, () => {
      const child = spawnSync(process.execPath, ['--import', 'tsx', script, ...words], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      if (child.status !== 0) throw new Error(`the report ${words.join(' ')} could not be measured`);
      return outcomeSchema.parse(JSON.parse(child.stdout));
    });
    const ours = measurementOf(rounds.map((round) => round.ours));
    const floor = measurementOf(rounds.map((round) => round.floor));
    const most = Math.max(...rounds.map(({ megabytes }) => megabytes));
    return [
      timeFigure(size, name, 'the same bytes', ours, floor),
      memoryFigure(size, `${name}: process at most`, most, null),
    ];
  });
}
