import { withRunnerVerdict } from './counts.mjs';

/**
 * @typedef {object} E2eSuite
 * @property {{ title: string, file: string, tests: { status: string }[] }[]} [specs]
 * @property {E2eSuite[]} [suites]
 */

/**
 * @typedef {object} E2eReport Playwright's JSON report, as far as it is read here
 * @property {E2eSuite[]} suites
 * @property {{ message?: string }[]} errors outside any test
 */

/**
 * Counts the tests of a Playwright run. Skipped tests (also those that did not run after
 * a failure) and flaky ones are failures.
 * @param {E2eReport} report
 * @param {number} status exit status of Playwright
 * @returns {import('./counts.mjs').Counts}
 */
export function e2eCounts(report, status) {
  /** @type {import('./counts.mjs').Counts} */
  const counts = { passed: 0, failed: 0, notes: [] };
  for (const { spec, test } of allTests(report.suites)) {
    if (test.status === 'expected') counts.passed += 1;
    else counts.failed += 1;
    if (test.status !== 'expected' && test.status !== 'unexpected') {
      counts.notes.push(
        `end-to-end tests: ${test.status}, so counted as failed: ${spec.file}: ${spec.title}`,
      );
    }
  }
  for (const error of report.errors) {
    counts.failed += 1;
    counts.notes.push(
      `end-to-end tests: outside any test: ${error.message?.split('\n')[0] ?? 'unknown error'}`,
    );
  }
  return withRunnerVerdict('end-to-end tests', counts, status);
}

/**
 * @param {readonly E2eSuite[]} suites
 * @returns {{ spec: { title: string, file: string }, test: { status: string } }[]}
 */
function allTests(suites) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => ({ spec, test }))),
    ...allTests(suite.suites ?? []),
  ]);
}
