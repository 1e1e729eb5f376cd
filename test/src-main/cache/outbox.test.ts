import type { SealedSnapshot } from '@contract/cache';
import type { Snapshot } from '@contract/snapshot';
import { describe, expect, it } from 'vitest';
import { createCacheOutbox } from '../../../src-main/cache/outbox';
import { buildSnapshot } from '../../fixtures/snapshot';

const KEY = '5f0f3a5e-9a0f-4a39-8f1e-0a6f3a3b1c11';

/** An outbox whose sealing is finished by hand, in any order. */
function outboxByHand() {
  let keeps = true;
  let number = 0;
  const waiting: { finish: () => void; snapshot: Snapshot }[] = [];
  const announced: string[] = [];
  const outbox = createCacheOutbox(
    () => keeps,
    (key, snapshot) => {
      number += 1;
      const id = String(number).padStart(32, '0');
      const sealed: SealedSnapshot = { key, id, completedAt: number, chunks: [new Uint8Array([number])] };
      return new Promise((resolve) => waiting.push({ snapshot, finish: () => resolve(sealed) }));
    },
    ({ id }) => announced.push(id),
  );
  return {
    outbox,
    announced,
    waiting,
    keepNothing: () => {
      keeps = false;
    },
  };
}

const id = (number: number) => String(number).padStart(32, '0');

describe('the cache outbox', () => {
  it('announces what it sealed, gives it out until it is stored, then forgets it', async () => {
    const { outbox, announced, waiting } = outboxByHand();
    const put = outbox.put(KEY, buildSnapshot({}));
    waiting[0]?.finish();
    await put;
    expect(announced).toEqual([id(1)]);
    expect(outbox.take(KEY, id(1)).completedAt).toBe(1);
    expect(outbox.take(KEY, id(1)).completedAt).toBe(1);
    outbox.stored(KEY, id(1));
    expect(() => outbox.take(KEY, id(1))).toThrow('newer copy');
  });

  it('never announces an older snapshot after a newer one', async () => {
    const { outbox, announced, waiting } = outboxByHand();
    const first = outbox.put(KEY, buildSnapshot({}));
    const second = outbox.put(KEY, buildSnapshot({}));
    waiting[1]?.finish();
    await second;
    waiting[0]?.finish();
    await first;
    expect(announced).toEqual([id(2)]);
    expect(() => outbox.take(KEY, id(1))).toThrow();
  });

  it('seals nothing while nothing may be kept, and drops what was being sealed', async () => {
    const { outbox, announced, waiting, keepNothing } = outboxByHand();
    const put = outbox.put(KEY, buildSnapshot({}));
    keepNothing();
    waiting[0]?.finish();
    await put;
    expect(announced).toEqual([]);
    await outbox.put(KEY, buildSnapshot({}));
    expect(waiting).toHaveLength(1);
  });

  it('forgets a removed workspace, also while it is being sealed', async () => {
    const { outbox, announced, waiting } = outboxByHand();
    const put = outbox.put(KEY, buildSnapshot({}));
    outbox.forget(KEY);
    waiting[0]?.finish();
    await put;
    expect(announced).toEqual([]);
  });
});
