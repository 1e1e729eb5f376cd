import { describe, expect, test } from 'vitest';
import { oneCheck, stageFailed, sum, summaryLine } from '../../../scripts/testing/counts.mjs';
import { e2eCounts } from '../../../scripts/testing/e2e-report.mjs';
import { unitCounts } from '../../../scripts/testing/unit-report.mjs';

/**
 * @param {readonly string[]} statuses
 * @param {string} [status]
 */
const unitFile = (statuses, status = 'passed') => ({
  name: 'a.test.ts',
  status,
  assertionResults: statuses.map((state, index) => ({ status: state, fullName: `test ${index}` })),
});

/** @param {readonly string[]} statuses */
const spec = (statuses) => ({
  title: 'a title',
  file: 'a.e2e.ts',
  tests: statuses.map((status) => ({ status })),
});

describe('unit tests', () => {
  test('passed and failed ones are counted over all files', () => {
    const report = {
      testResults: [unitFile(['passed', 'passed']), unitFile(['failed', 'passed'], 'failed')],
    };
    expect(unitCounts(report, 1)).toEqual({ passed: 3, failed: 1, notes: [] });
  });

  test.each(['skipped', 'pending', 'todo', 'disabled'])(
    'a %s one counts as failed, and is named',
    (status) => {
      const counts = unitCounts({ testResults: [unitFile(['passed', status])] }, 0);
      expect(counts).toMatchObject({ passed: 1, failed: 1 });
      expect(counts.notes.join()).toContain(`${status}, so counted as failed: test 1`);
    },
  );

  test('a file that could not run is one failure', () => {
    const counts = unitCounts({ testResults: [unitFile(['passed']), unitFile([], 'failed')] }, 1);
    expect(counts).toMatchObject({ passed: 1, failed: 1 });
    expect(counts.notes.join()).toContain('a.test.ts');
  });

  test('no test at all is a failure, also when the runner is content', () => {
    expect(unitCounts({ testResults: [] }, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  test('a runner that ends badly without a failed test is a failure', () => {
    expect(unitCounts({ testResults: [unitFile(['passed'])] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  });
});

describe('end-to-end tests', () => {
  test('are counted through all nested suites', () => {
    const report = {
      suites: [{ specs: [spec(['expected'])], suites: [{ specs: [spec(['expected', 'unexpected'])] }] }, {}],
      errors: [],
    };
    expect(e2eCounts(report, 1)).toEqual({ passed: 2, failed: 1, notes: [] });
  });

  test.each(['skipped', 'flaky'])('a %s one counts as failed, and is named', (status) => {
    const counts = e2eCounts({ suites: [{ specs: [spec(['expected', status])] }], errors: [] }, 0);
    expect(counts).toMatchObject({ passed: 1, failed: 1 });
    expect(counts.notes.join()).toContain(`${status}, so counted as failed: a.e2e.ts: a title`);
  });

  test('an error outside any test is a failure', () => {
    const report = { suites: [{ specs: [spec(['expected'])] }], errors: [{ message: 'cannot load\nstack' }] };
    const counts = e2eCounts(report, 1);
    expect(counts).toMatchObject({ passed: 1, failed: 1 });
    expect(counts.notes.join()).toContain('cannot load');
  });

  test('no test at all is a failure', () => {
    expect(e2eCounts({ suites: [], errors: [] }, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

test('the last line sums all stages', () => {
  const all = sum([
    oneCheck(true),
    oneCheck(false),
    { passed: 40, failed: 2, notes: ['a'] },
    stageFailed('b'),
  ]);
  expect(all).toEqual({ passed: 41, failed: 4, notes: ['a', 'b'] });
  expect(summaryLine(all)).toBe('41 passed, 4 failed');
});
