import { setTimeout as wait } from 'node:timers/promises';
import { compile } from '../../src-main/policy/policy';
import { buildWorkload, SIZES } from './workload';

/**
 * Run in a process of its own with `--expose-gc`: what the workspace of size XL
 * takes. Prints one line of JSON, in megabytes (2^20 bytes).
 */

const MEGABYTE = 2 ** 20;

/** What is alive: the heap and the buffers outside it, after everything else was collected. */
async function alive(): Promise<number> {
  if (globalThis.gc === undefined) throw new Error('run with --expose-gc');
  // Twice: buffers are let go after the objects that held them.
  for (let time = 0; time < 2; time += 1) {
    globalThis.gc();
    await wait(0);
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

const empty = await alive();
const snapshot = buildWorkload(SIZES.XL);
const withSnapshot = await alive();
const policy = compile(snapshot);
const built = await alive();
const matrixBytes = policy.matrix.fill();
const [source] = snapshot.resources.filter(({ type }) => type === 'SOURCE');
const [member] = snapshot.members;
if (source === undefined || member === undefined) throw new Error('an empty workload');
const answers = [
  policy.whoCanReach({ kind: 'resource', type: source.type, id: source.id }).allowed.length,
  policy.whatCanReach(member.id),
  policy.check(member.id, 'view', { kind: 'resource', type: source.type, id: source.id }),
];
const answered = await alive();
process.stdout.write(
  `${JSON.stringify({
    snapshot: withSnapshot - empty,
    built: built - withSnapshot,
    answered: answered - withSnapshot,
    matrix: matrixBytes / MEGABYTE,
    answers: answers.length,
  })}\n`,
);
