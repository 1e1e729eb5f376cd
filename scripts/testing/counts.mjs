/**
 * How many checks passed and failed, and a line for everything that a reader would not
 * expect behind the numbers.
 * @typedef {{ passed: number, failed: number, notes: string[] }} Counts
 */

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return {
    passed: all.reduce((total, counts) => total + counts.passed, 0),
    failed: all.reduce((total, counts) => total + counts.failed, 0),
    notes: all.flatMap((counts) => counts.notes),
  };
}

/**
 * The last line of a test run.
 * @param {Counts} counts
 * @returns {string} for example "212 passed, 0 failed"
 */
export function summaryLine(counts) {
  return `${counts.passed} passed, ${counts.failed} failed`;
}

/**
 * One check without parts, such as the type check.
 * @param {boolean} ok
 * @returns {Counts}
 */
export function oneCheck(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, notes: [] };
}

/**
 * A stage of which nothing can be counted: one failure.
 * @param {string} note why
 * @returns {Counts}
 */
export function stageFailed(note) {
  return { passed: 0, failed: 1, notes: [note] };
}

/**
 * Makes sure that a test runner's numbers cannot look better than its run: no tests at
 * all is a failure, and so is a runner that ended badly without naming a failed test.
 * @param {string} stage for the notes
 * @param {Counts} counts of the tests that it reports
 * @param {number} status its exit status
 * @returns {Counts}
 */
export function withRunnerVerdict(stage, counts, status) {
  if (counts.passed + counts.failed === 0) return sum([counts, stageFailed(`${stage}: no test ran`)]);
  if (status !== 0 && counts.failed === 0) {
    return sum([
      counts,
      stageFailed(`${stage}: every test passed, but the runner ended with status ${status}`),
    ]);
  }
  return counts;
}
