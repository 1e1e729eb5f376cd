import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { CONCURRENCY, inParallel } from '../../../src-main/sync/in-parallel';
import { createSlots } from '../../../src-main/sync/slots';

describe('inParallel', () => {
  it('does everything, a few at a time', async () => {
    let running = 0;
    let most = 0;
    const done: number[] = [];
    await inParallel(
      Array.from({ length: 40 }, (_, i) => i),
      undefined,
      async (item) => {
        running += 1;
        most = Math.max(most, running);
        await wait(1);
        done.push(item);
        running -= 1;
      },
    );
    expect(done).toHaveLength(40);
    expect(most).toBe(CONCURRENCY);
  });

  it('stops at the first failure, and throws it when nothing runs any more', async () => {
    let running = 0;
    let begun = 0;
    const failing = inParallel(
      Array.from({ length: 1000 }, (_, i) => i),
      undefined,
      async (item, signal) => {
        begun += 1;
        running += 1;
        try {
          if (item === 7) throw new Error('seven');
          await wait(item === 8 ? 10_000 : 1, undefined, { signal });
        } finally {
          running -= 1;
        }
      },
    );
    await expect(failing).rejects.toThrow('seven');
    expect(running).toBe(0);
    expect(begun).toBeLessThan(30);
  });

  it('hands its signal on', async () => {
    const controller = new AbortController();
    const running = inParallel([1, 2], controller.signal, (_item, signal) =>
      wait(10_000, undefined, { signal }),
    );
    setTimeout(() => controller.abort(), 10);
    await expect(running).rejects.toThrow();
    await expect(inParallel([1], controller.signal, async () => undefined)).rejects.toMatchObject({
      kind: 'cancelled',
    });
  });
});

describe('slots', () => {
  it('let a few run at the same time, and one of each key', async () => {
    const slots = createSlots(2);
    const running = new Set<string>();
    const seen: number[] = [];
    const task = (key: string) => async () => {
      expect(running.has(key)).toBe(false);
      running.add(key);
      seen.push(running.size);
      await wait(5);
      running.delete(key);
    };
    await Promise.all(['a', 'a', 'b', 'c', 'a', 'c'].map((key) => slots.take(key, task(key))));
    expect(Math.max(...seen)).toBe(2);
    expect(seen).toHaveLength(6);
  });

  it('go on after a task that failed', async () => {
    const slots = createSlots(1);
    await expect(slots.take('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await slots.take('a', async () => undefined);
  });

  it('are not taken by a task that waits for its own key', async () => {
    const slots = createSlots(2);
    const order: string[] = [];
    const task = (name: string, ms: number) => async () => {
      await wait(ms);
      order.push(name);
    };
    await Promise.all([
      slots.take('a', task('a1', 30)),
      slots.take('a', task('a2', 1)),
      slots.take('b', task('b', 1)),
    ]);
    expect(order).toEqual(['b', 'a1', 'a2']);
  });
});
