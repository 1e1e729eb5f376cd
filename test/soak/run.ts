import { soakCedar } from '../cedar/soak';
import { compareEngines } from '../oracle/compare';
import { proveCounterproofs } from '../oracle/proofs/counterproofs';
import { proveDrafts } from '../oracle/proofs/drafts';
import { proveEveryPair } from '../oracle/proofs/every-pair';
import type { ProofResult } from '../oracle/proofs/proof';
import { proveReasons } from '../oracle/proofs/reasons';
import { proveVerdicts } from '../oracle/proofs/verdicts';
import { proveWays } from '../oracle/proofs/ways';
import { soakApply } from './apply';

/**
 * The long proofs of the policy engine and of applying, each in rounds with seeds of their own so that a failure
 * can be had again: prints what was counted and how long it took; exit 1 with the smallest
 * failure of a round where something disagrees. A number given as an argument takes so many
 * hundredths of everything.
 */

const share = Number(process.argv[2] ?? 100) / 100;
const WORLDS = Math.ceil(10_000 * share);
const QUESTIONS = Math.ceil(1_000_000 * share);
const CEDAR_QUESTIONS = Math.ceil(100_000 * share);
const WORLDS_IN_ROUND = 1_000;
const QUESTIONS_IN_ROUND = 50_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function report(name: string, counts: Record<string, number>, started: number): void {
  const numbers = Object.entries(counts).map(([what, many]) => `${many} ${what}`);
  say(`${name}: ${numbers.join(', ')}; ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function told(seed: string, failures: readonly string[]): boolean {
  const [smallest] = [...failures].sort((one, other) => one.length - other.length);
  if (smallest === undefined) return false;
  say(`${failures.length} failures with ${seed}; the smallest:\n${smallest}`);
  process.exitCode = 1;
  return true;
}

function add(sum: Record<string, number>, more: Record<string, number>): void {
  for (const [what, many] of Object.entries(more)) sum[what] = (sum[what] ?? 0) + many;
}

function onWorlds(name: string, prove: (seed: number, worlds: number) => ProofResult): void {
  const started = performance.now();
  const sum: Record<string, number> = {};
  for (let seed = 1, done = 0; done < WORLDS; seed += 1) {
    const worlds = Math.min(WORLDS_IN_ROUND, WORLDS - done);
    const { counts, failures } = prove(seed, worlds);
    add(sum, counts);
    done += worlds;
    if (told(`seed ${seed}`, failures)) break;
  }
  report(name, sum, started);
}

function askOracle(): void {
  const started = performance.now();
  const sum: Record<string, number> = {};
  for (let seed = 1; (sum.questions ?? 0) < QUESTIONS; seed += 1) {
    const seen = compareEngines(seed, Math.min(QUESTIONS_IN_ROUND, QUESTIONS));
    const { questions, reasons, ambiguous, changes, answers } = seen;
    add(sum, { questions, ...answers, ambiguous, reasons, changes });
    if (told(`seed ${seed}`, seen.disagreements)) break;
  }
  report('the oracle', sum, started);
}

function askCedar(): void {
  const started = performance.now();
  const { questions, disagreements } = soakCedar(CEDAR_QUESTIONS, 1);
  told('seed 1', disagreements);
  report('Cedar', { questions, disagreements: disagreements.length }, started);
}

askOracle();
askCedar();
onWorlds('reasons', proveReasons);
onWorlds('counterproofs', proveCounterproofs);
onWorlds('effects and inverses', proveDrafts);
onWorlds('what may be granted', proveVerdicts);
onWorlds('every way to ask', proveWays);
for (const hard of [false, true]) {
  const started = performance.now();
  const { counts, failures } = proveEveryPair(Math.ceil(1 / share), hard);
  told('size S', failures);
  report(`every pair at size S${hard ? ', the hard case' : ''}`, counts, started);
}
await soakApply(Math.ceil(200_000 * share));
