import { withRunnerVerdict } from './counts.mjs';

/**
 * @typedef {object} UnitReport Vitest's JSON report, as far as it is read here
 * @property {{
 *   name: string, status: string, message?: string,
 *   assertionResults: { status: string, fullName: string }[]
 * }[]} testResults one for each file
 */

/**
 * Counts the tests of a Vitest run. A skipped or unfinished test is a failure: it was
 * written to hold something, and does not.
 * @param {UnitReport} report
 * @param {number} status exit status of Vitest
 * @returns {import('./counts.mjs').Counts}
 */
export function unitCounts(report, status) {
  /** @type {import('./counts.mjs').Counts} */
  const counts = { passed: 0, failed: 0, notes: [] };
  for (const file of report.testResults) {
    const before = counts.failed;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else counts.failed += 1;
      if (test.status !== 'passed' && test.status !== 'failed') {
        counts.notes.push(`unit tests: ${test.status}, so counted as failed: ${test.fullName}`);
      }
    }
    if (file.status === 'failed' && counts.failed === before) {
      counts.failed += 1;
      counts.notes.push(`unit tests: the file could not run: ${file.name}`);
    }
  }
  return withRunnerVerdict('unit tests', counts, status);
}
