import { compareEngines } from '../oracle/compare';

/**
 * The long proof: a million random questions asked of the engine and of the
 * naive oracle, in rounds with seeds of their own so that a disagreement can
 * be asked again. Exit 1 and the smallest world when they differ.
 */

const QUESTIONS = 1_000_000;
const ROUND = 50_000;

let questions = 0;
let changes = 0;
let seed = 1;
const smallest = (found: string[]) => found.sort((one, other) => one.length - other.length)[0];

while (questions < QUESTIONS) {
  const seen = compareEngines(seed, ROUND);
  questions += seen.questions;
  changes += seen.changes;
  process.stdout.write(`oracle: ${questions} questions, ${changes} changes\n`);
  const found = smallest(seen.disagreements);
  if (found !== undefined) {
    process.stdout.write(
      `${seen.disagreements.length} disagreements with seed ${seed}; the smallest:\n${found}\n`,
    );
    process.exitCode = 1;
    break;
  }
  seed += 1;
}
