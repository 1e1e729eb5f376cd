import { proveApply } from '../apply-model/model';

const ROUND = 10_000;

/** The long proof of applying: random courses with faults, kills and another admin. Throws when a promise is broken. */
export async function soakApply(courses: number): Promise<void> {
  for (let done = 0, seed = 1; done < courses; done += ROUND, seed += 1) {
    const seen = await proveApply(Math.min(ROUND, courses), seed);
    process.stdout.write(
      `apply: ${Math.min(done + ROUND, courses)} courses; of the last ${seen.requests} requests ${seen.faults} failed, ${seen.foreignChanges} changes by others\n`,
    );
  }
}
