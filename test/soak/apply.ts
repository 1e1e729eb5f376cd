import { proveApply } from '../apply-model/model';

const COURSES = 200_000;
const ROUND = 10_000;

/** The long proof of applying: 200,000 random courses with faults, kills and another admin. Throws when a promise is broken. */
export async function soakApply(): Promise<void> {
  for (let done = 0, seed = 1; done < COURSES; done += ROUND, seed += 1) {
    const seen = await proveApply(ROUND, seed);
    process.stdout.write(
      `apply: ${done + ROUND} courses; of the last ${seen.requests} requests ${seen.faults} failed, ${seen.foreignChanges} changes by others\n`,
    );
  }
}
