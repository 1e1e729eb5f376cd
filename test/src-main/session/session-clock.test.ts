import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beginSession,
  judgeSession,
  LIMIT_MS,
  lookedAt,
  type Moment,
} from '../../../src-main/session/session-clock';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const at = (ms: number): Moment => ({ wall: 1_700_000_000_000 + ms, monotonic: ms });
const start = beginSession(at(0));

test('seven days run from unlocking, whatever is done meanwhile', () => {
  const busy = lookedAt(start, at(7 * DAY - MINUTE), true);
  expect(judgeSession(busy, 'sevenDays', at(7 * DAY - 1))).toEqual({ kind: 'running', leftMs: 1 });
  expect(judgeSession(busy, 'sevenDays', at(7 * DAY))).toEqual({ kind: 'over', why: 'sevenDays' });
});

test('fifteen minutes run from the last activity, or from unlocking', () => {
  const touched = lookedAt(start, at(14 * MINUTE), true);
  expect(judgeSession(touched, 'fifteenMinutes', at(20 * MINUTE))).toEqual({
    kind: 'running',
    leftMs: 9 * MINUTE,
  });
  expect(judgeSession(touched, 'fifteenMinutes', at(29 * MINUTE)).kind).toBe('over');
  expect(judgeSession(touched, 'fifteenMinutesAtMost', at(15 * MINUTE))).toEqual({
    kind: 'over',
    why: 'fifteenMinutesAtMost',
  });
});

test('a look that is no activity keeps nothing alive', () => {
  const looked = lookedAt(start, at(14 * MINUTE), false);
  expect(judgeSession(looked, 'fifteenMinutes', at(15 * MINUTE)).kind).toBe('over');
});

test('either clock ends a session: one that is stopped does not help', () => {
  const slept: Moment = { wall: at(0).wall + 15 * MINUTE, monotonic: 10 };
  expect(judgeSession(start, 'fifteenMinutes', slept).kind).toBe('over');
  const frozenWall: Moment = { wall: at(0).wall, monotonic: 50_000 };
  expect(judgeSession(start, 'fifteenMinutes', frozenWall).kind).toBe('running');
  const looked = lookedAt(
    start,
    { wall: at(0).wall - 30_000, monotonic: 15 * MINUTE - 60_000 - 30_001 },
    false,
  );
  expect(
    judgeSession(looked, 'fifteenMinutes', { wall: looked.seen.wall, monotonic: 15 * MINUTE - 60_000 }).kind,
  ).toBe('running');
});

test('a wall clock that goes back by more than a minute ends it, also when time went by in between', () => {
  const back = (ms: number, later: number): Moment => ({ wall: at(later).wall - ms, monotonic: later });
  expect(judgeSession(start, 'sevenDays', back(MINUTE, 0)).kind).toBe('running');
  expect(judgeSession(start, 'sevenDays', back(MINUTE + 1, 0))).toEqual({
    kind: 'over',
    why: 'clockSetBack',
  });
  // Set back by ten minutes during five that went by: the wall clock alone shows five less.
  expect(judgeSession(start, 'sevenDays', back(10 * MINUTE, 5 * MINUTE))).toEqual({
    kind: 'over',
    why: 'clockSetBack',
  });
});

test('no clock can make a session longer than its limit', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('sevenDays' as const, 'fifteenMinutes' as const, 'fifteenMinutesAtMost' as const),
      fc.array(
        fc.record({ wall: fc.integer({ min: -DAY, max: DAY }), passed: fc.integer({ min: 0, max: DAY }) }),
        { maxLength: 30 },
      ),
      (limit, steps) => {
        let times = start;
        let now = at(0);
        for (const { wall, passed } of steps) {
          now = { wall: now.wall + wall, monotonic: now.monotonic + passed };
          const judged = judgeSession(times, limit, now);
          if (judged.kind === 'over') return;
          expect(judged.leftMs).toBeLessThanOrEqual(LIMIT_MS[limit]);
          expect(now.monotonic - times.unlocked.monotonic).toBeLessThan(LIMIT_MS[limit]);
          times = lookedAt(times, now, false);
        }
      },
    ),
  );
});
