import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProgressTracker, type Progress } from '../../../src-main/sync/progress';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function tracked() {
  const told: Progress[] = [];
  return { told, tracker: createProgressTracker((progress) => told.push(progress), Date.now) };
}

describe('progress', () => {
  it('is told at least four times a second, though nothing changes', () => {
    const { told, tracker } = tracked();
    for (let second = 0; second < 5; second += 1) {
      const before = told.length;
      vi.advanceTimersByTime(1000);
      expect(told.length - before).toBeGreaterThanOrEqual(4);
    }
    tracker.end();
  });

  it('is told at most about eight times a second beside that, however much changes', () => {
    const { told, tracker } = tracked();
    for (let ms = 0; ms < 2000; ms += 1) {
      tracker.answered();
      tracker.advance(ms, 2000);
      vi.advanceTimersByTime(1);
    }
    expect(told.length).toBeGreaterThanOrEqual(8);
    expect(told.length).toBeLessThanOrEqual(26);
    tracker.end();
    expect(told.at(-1)).toMatchObject({ done: 1999, total: 2000, requests: 2000 });
  });

  it('is told a last time, and never again', () => {
    const { told, tracker } = tracked();
    tracker.begin('sources', null);
    tracker.advance(7, 9);
    tracker.end();
    expect(told.at(-1)).toMatchObject({ collection: 'sources', done: 7, total: 9 });
    const { length } = told;
    tracker.answered();
    tracker.end();
    vi.advanceTimersByTime(5000);
    expect(told).toHaveLength(length);
  });

  it('shows until when a limit is waited out, and no longer', () => {
    const { told, tracker } = tracked();
    tracker.limited(Date.now() + 1000, true);
    tracker.limited(Date.now() + 500, false);
    vi.advanceTimersByTime(600);
    expect(told.at(-1)).toMatchObject({ rateLimitWaits: 1, waitingUntil: Date.now() + 400 });
    vi.advanceTimersByTime(600);
    expect(told.at(-1)).toMatchObject({ rateLimitWaits: 1, waitingUntil: null });
    tracker.end();
  });
});
