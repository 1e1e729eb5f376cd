import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createOneAtATime } from '../../../src-main/storage/one-at-a-time';

describe('one at a time', () => {
  it('keeps the order, lets none overlap, and goes on after one that fails', async () => {
    const queue = createOneAtATime();
    const log: string[] = [];
    const task = (name: string, wait: number, fails = false) =>
      queue.run(async () => {
        log.push(`${name} begins`);
        await pause(wait);
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const results = await Promise.allSettled([task('a', 10), task('b', 1, true), task('c', 1)]);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('is settled when all that was asked for is over', async () => {
    const queue = createOneAtATime();
    let over = false;
    const failing = queue.run(async () => {
      await pause(5);
      over = true;
      throw new Error('no');
    });
    failing.catch(() => undefined);
    await queue.settled();
    expect(over).toBe(true);
  });
});
