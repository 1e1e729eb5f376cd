import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MUTANTS, type Mutant } from './mutants';

/**
 * `npm run test:mutants`: breaks applying in many ways, each in a copy of the sources,
 * and holds that the model-based test catches every one, and nothing in the unbroken copy.
 */

const root = resolve(import.meta.dirname, '../..');
const RUNS = 20_000;
const SEED = 4_711;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The test's verdict on a copy, with the first line of what it found. */
function prove(copy: string): Promise<{ caught: boolean; why: string }> {
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'test/apply-model/prove.ts', String(RUNS), String(SEED)],
      { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (status) =>
      done({ caught: status === 1 && said.includes('BROKEN'), why: said.trim() }),
    );
  });
}

function plant(copy: string, { file, find, replace }: Mutant): string {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(find).length !== 2) throw new Error(`${file} does not hold this exactly once: ${find}`);
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
  return text;
}

const copy = mkdtempSync(join(tmpdir(), 'gatehouse-mutants-'));
let failed = 0;
try {
  for (const part of ['src-main', 'src-preload', 'test/apply-model', 'tsconfig.json', 'package.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const whole = await prove(copy);
  if (whole.why.includes('BROKEN') || !whole.why.includes('runs')) {
    failed += 1;
    say(`not ok: the unbroken copy\n${whole.why}`);
  } else say('ok: nothing is found in the unbroken copy');
  for (const mutant of MUTANTS) {
    const before = plant(copy, mutant);
    const { caught, why } = await prove(copy);
    writeFileSync(join(copy, mutant.file), before);
    if (!caught) failed += 1;
    const found = why.split('\n').find((line) => line.startsWith('BROKEN')) ?? why.slice(0, 500);
    say(`${caught ? 'ok: caught' : 'NOT CAUGHT'}: ${mutant.name}\n    ${found.slice(0, 200)}`);
  }
} finally {
  // The link goes, what it leads to stays.
  rmSync(join(copy, 'node_modules'), { force: true });
  rmSync(copy, { recursive: true, force: true });
}
say(`${MUTANTS.length + 1 - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
