import { type CedarComparison, compareWithCedar } from './compare';

/**
 * The long comparison with Cedar: so many random questions, the same for the
 * same seed. Prints nothing; the caller looks at `disagreements`, which should be empty.
 */
export function soakCedar(questions: number, seed: number): CedarComparison {
  return compareWithCedar(seed, questions);
}
