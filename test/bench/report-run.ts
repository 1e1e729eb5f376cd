import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findAll } from '../../src-main/findings/find';
import { readFacts } from '../../src-main/lists/relations/facts';
import { compile } from '../../src-main/policy/policy';
import { makeReport } from '../../src-main/reports/make-report';
import type { ReportKind } from '../../src-main/reports/report';
import { WHOLE } from '../../src-main/reports/scope';
import { type ReportFormat, streamReport } from '../../src-main/reports/write-report';
import { writeAtomically } from '../../src-main/storage/atomic-file';
import { buildWorkload } from './workload';

/**
 * Run in a process of its own: `report-run.ts KIND FORMAT MEMBERS RESOURCES`. Writes one report to a
 * file, then the same bytes again, which is the floor. Prints one line of JSON: milliseconds, bytes,
 * and the most megabytes (2^20 bytes) that
 * the process had, the workspace and what Node itself takes included.
 */

const [kind, format, members, resources] = process.argv.slice(2);
const kinds: readonly ReportKind[] = ['access', 'matrix'];
const formats: readonly ReportFormat[] = ['csv', 'xlsx'];
const chosen = { kind: kinds.find((each) => each === kind), format: formats.find((each) => each === format) };
if (chosen.kind === undefined || chosen.format === undefined)
  throw new Error('which report, in which format?');

const policy = compile(
  buildWorkload({ members: Number(members), resources: Number(resources), groups: 300 }),
);
const facts = readFacts(policy.snapshot);
const source = { policy, facts, findings: () => findAll(policy, facts), attestations: [] };
const scope = { ...WHOLE, all: true };
const stamp = { exportedAt: '2026-11-24T09:00:00.000Z', exportedBy: null, appVersion: '0.0.0' };

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
try {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const watch = setInterval(look, 5);
  const started = performance.now();
  const [main] = streamReport(makeReport(chosen.kind, source, scope, stamp), source, scope, chosen.format, {
    onProgress: look,
  });
  if (main === undefined) throw new Error('a report without a file');
  const lengths: number[] = [];
  const counted = async function* () {
    for await (const piece of main.bytes) {
      lengths.push(piece.byteLength);
      yield piece;
    }
  };
  await writeAtomically(join(folder, 'report'), counted());
  const ours = performance.now() - started;
  clearInterval(watch);

  const pieces = lengths.map((length) => Buffer.alloc(length, 'x'));
  const floorStarted = performance.now();
  const file = openSync(join(folder, 'floor'), 'w');
  for (const piece of pieces) writeSync(file, piece);
  fsyncSync(file);
  closeSync(file);
  const floor = performance.now() - floorStarted;
  const bytes = lengths.reduce((sum, length) => sum + length, 0);
  process.stdout.write(`${JSON.stringify({ ours, floor, bytes, megabytes: peak / 2 ** 20 })}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
