import { expect, test, vi } from 'vitest';
import { oneCheck } from '../../../scripts/testing/counts.mjs';
import { stage, stopAtInterrupt } from '../../../scripts/testing/stage.mjs';

test('a stage that throws is one failure; after an interrupt no further stage runs', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const thrown = await stage('Types', async () => {
    throw new Error('no compiler');
  });
  expect(thrown).toMatchObject({ passed: 0, failed: 1 });
  expect(written.mock.calls.join('')).toContain('no compiler');
  expect(await stage('Lint', async () => oneCheck(true))).toMatchObject({ passed: 1, failed: 0 });

  const before = process.listeners('SIGINT');
  stopAtInterrupt();
  const added = process.listeners('SIGINT').find((listener) => !before.includes(listener));
  added?.('SIGINT');
  const run = vi.fn(async () => oneCheck(true));
  expect(await stage('Unit tests', run)).toMatchObject({ passed: 0, failed: 1 });
  expect(run).not.toHaveBeenCalled();
  if (added !== undefined) process.off('SIGINT', added);
});
