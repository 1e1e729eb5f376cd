import { messageOf, say } from '../setup/say.mjs';
import { stageFailed } from './counts.mjs';

let interrupted = false;

/** After Ctrl+C the running stage ends by itself; this keeps the next ones from starting. */
export function stopAtInterrupt() {
  process.on('SIGINT', () => {
    interrupted = true;
  });
}

/**
 * Runs one stage of a test run under its heading and says how long it took. A stage
 * that throws is one failure, and the next stage still runs.
 * @param {string} title
 * @param {() => Promise<import('./counts.mjs').Counts>} run
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function stage(title, run) {
  if (interrupted) return stageFailed(`${title}: not run, because of an interrupt`);
  say(`\n── ${title}`);
  const start = Date.now();
  const counts = await run().catch((error) => {
    say(messageOf(error));
    return stageFailed(`${title}: could not run`);
  });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  say(`── ${title}: ${counts.failed === 0 ? 'passed' : `${counts.failed} failed`} (${seconds} s)`);
  return counts;
}
