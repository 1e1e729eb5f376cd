import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchSessions } from '../../../src-main/session/watch-sessions';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched(kept: boolean) {
  const heard = new Map<string, () => void>();
  const check = vi.fn();
  const lock = vi.fn();
  const sessions = {
    list: () => [],
    touch: () => undefined,
    check,
    refresh: () => undefined,
    end: () => undefined,
  };
  const stop = watchSessions(
    sessions,
    { lock, keepsOnDisk: () => kept },
    { on: (event, listener) => heard.set(event, listener) },
  );
  return { heard, check, lock, stop };
}

test('judges every five seconds until it is stopped, and on resume', () => {
  const { check, heard, stop } = watched(true);
  vi.advanceTimersByTime(15_000);
  expect(check).toHaveBeenCalledTimes(3);
  heard.get('resume')?.();
  expect(check).toHaveBeenCalledTimes(4);
  stop();
  vi.advanceTimersByTime(15_000);
  expect(check).toHaveBeenCalledTimes(4);
});

test.each(['suspend', 'lock-screen'])('%s locks', (event) => {
  const { lock, heard } = watched(true);
  heard.get(event)?.();
  expect(lock).toHaveBeenCalledOnce();
});

test('a closed lid does not forget what is in memory only', () => {
  const { lock, heard } = watched(false);
  heard.get('suspend')?.();
  heard.get('lock-screen')?.();
  expect(lock).not.toHaveBeenCalled();
});
