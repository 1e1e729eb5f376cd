import 'fake-indexeddb/auto';
import type { Restored, SealedSnapshot } from '@contract/cache';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CacheKeeper } from '../../../src-renderer/cache/cache-keeper';
import { CacheProblem } from '../../../src-renderer/cache/cache-problem';
import { SnapshotShelf } from '../../../src-renderer/cache/snapshot-shelf';
import { type FakeBridge, installFakeBridge, Refusal } from '../../fixtures/fake-bridge';
import { workspaceKey } from '../../fixtures/workspace-view';
import { sealed, sealedId } from './sealed';

let bridge: FakeBridge;
let shelf: SnapshotShelf;
let keeper: CacheKeeper;
let told: string[] = [];
let run = 0;

beforeEach(() => {
  run += 1;
  told = [];
  bridge = installFakeBridge().answer({
    'cache.restored': () => undefined,
    'cache.stored': () => undefined,
  });
  shelf = new SnapshotShelf(`keeper-${run}`);
  keeper = new CacheKeeper(shelf, {
    tell: (level, message) => told.push(`${level}: ${message}`),
    nameOf: (key) => (key === workspaceKey(1) ? 'Northwind' : null),
  });
});

afterEach(() => shelf.close());

/** Lets main make of each snapshot what `kinds` says by its id; all others open. */
function mainMakesOf(kinds: Record<string, Restored['kind']>): string[] {
  const asked: string[] = [];
  bridge.answer({
    'cache.restore': ({ id }) => {
      asked.push(id);
      const kind = kinds[id] ?? 'opened';
      return { opened: kind === 'opened', kind, reason: null };
    },
  });
  return asked;
}

async function put(...snapshots: SealedSnapshot[]): Promise<void> {
  for (const each of snapshots) await shelf.put(each);
}

async function ids(): Promise<string[]> {
  return (await shelf.contents()).map(({ id }) => id);
}

const names = () => bridge.calls.map(({ name }) => name);

describe('at the start', () => {
  it('hands over the newest copy of each workspace and then says that this was all', async () => {
    await put(sealed(1, 10), sealed(1, 20), sealed(2, 15));
    const asked = mainMakesOf({});
    await keeper.restore(null);
    expect(asked).toEqual([sealedId(1, 20), sealedId(2, 15)]);
    expect(names().at(-1)).toBe('cache.restored');
    expect(told).toEqual([]);
  });

  it('begins with the workspace that was shown last', async () => {
    await put(sealed(1, 20), sealed(2, 15));
    const asked = mainMakesOf({});
    await keeper.restore(workspaceKey(2));
    expect(asked).toEqual([sealedId(2, 15), sealedId(1, 20)]);
  });

  it('says that this was all without any copy', async () => {
    await keeper.restore(null);
    expect(names()).toEqual(['cache.restored']);
  });

  it.each(['damaged', 'older', 'newer'] as const)(
    'tries the copy before a %s one, then gives up',
    async (kind) => {
      await put(sealed(1, 10), sealed(1, 20));
      const asked = mainMakesOf({ [sealedId(1, 20)]: kind, [sealedId(1, 10)]: kind });
      await keeper.restore(null);
      expect(asked).toEqual([sealedId(1, 20), sealedId(1, 10)]);
      expect(names().at(-1)).toBe('cache.restored');
      expect(await ids()).toHaveLength(2);
    },
  );

  it('drops what belongs to no workspace any more', async () => {
    await put(sealed(1, 10), sealed(1, 20), sealed(2, 10));
    mainMakesOf({ [sealedId(1, 20)]: 'notConnected' });
    await keeper.restore(null);
    expect(await ids()).toEqual([sealedId(2, 10)]);
  });

  it('goes on with the other workspaces when main refuses one, and says so', async () => {
    await put(sealed(1, 20), sealed(2, 10));
    const asked: string[] = [];
    bridge.answer({
      'cache.restore': ({ id }) => {
        asked.push(id);
        if (id === sealedId(1, 20)) throw new Refusal({ code: 'badInput', message: 'Not a snapshot.' });
        return { opened: true, kind: 'opened', reason: null };
      },
    });
    await keeper.restore(null);
    expect(asked).toEqual([sealedId(1, 20), sealedId(2, 10)]);
    expect(told).toEqual(['warning: Not a snapshot.']);
    expect(names().at(-1)).toBe('cache.restored');
  });

  it('stops without a word when the vault was locked in between', async () => {
    await put(sealed(1, 20), sealed(2, 10));
    bridge.refuse('cache.restore', { code: 'locked', message: 'Gatehouse is locked.' });
    await keeper.restore(null);
    expect(names()).toEqual(['cache.restore']);
    expect(told).toEqual([]);
    expect(await ids()).toHaveLength(2);
  });

  it('lets the syncs begin even when the cache cannot be opened, and says why', async () => {
    vi.spyOn(shelf, 'contents').mockRejectedValue(new CacheProblem('newer'));
    await keeper.restore(null);
    expect(names()).toEqual(['cache.restored']);
    expect(told[0]).toContain('written by a newer version');
  });
});

describe('a snapshot that main announced', () => {
  it('is taken, written, and then reported as kept', async () => {
    bridge.answer({ 'cache.take': () => sealed(1, 10) });
    await keeper.keep(workspaceKey(1), sealedId(1, 10));
    expect(names()).toEqual(['cache.take', 'cache.stored']);
    expect(bridge.inputsOf('cache.stored')).toEqual([
      { key: workspaceKey(1), id: sealedId(1, 10), problem: null },
    ]);
    expect(await ids()).toEqual([sealedId(1, 10)]);
  });

  it('is reported with the problem, in words and with the workspace, when the disk is full', async () => {
    bridge.answer({ 'cache.take': () => sealed(1, 10) });
    vi.spyOn(shelf, 'put').mockRejectedValue(new CacheProblem('full'));
    await keeper.keep(workspaceKey(1), sealedId(1, 10));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^warning: Northwind: There is no room on the disk/);
    expect(bridge.inputsOf('cache.stored')).toMatchObject([{ problem: expect.stringContaining('no room') }]);
  });

  it('is passed over without a word when main has a newer one', async () => {
    bridge.refuse('cache.take', { code: 'notFound', message: 'A newer copy is on its way.' });
    await keeper.keep(workspaceKey(1), sealedId(1, 10));
    expect(names()).toEqual(['cache.take']);
    expect(told).toEqual([]);
  });

  it('leaves nothing behind when its workspace is removed while it is written', async () => {
    bridge.answer({ 'cache.take': () => sealed(1, 10) });
    const written = keeper.keep(workspaceKey(1), sealedId(1, 10));
    await Promise.all([written, keeper.drop([workspaceKey(1)])]);
    expect(await ids()).toEqual([]);
  });

  it('takes the place of a damaged copy and leaves the good one before it', async () => {
    await put(sealed(1, 10), sealed(1, 20));
    mainMakesOf({ [sealedId(1, 20)]: 'damaged' });
    await keeper.restore(null);
    bridge.answer({ 'cache.take': () => sealed(1, 30) });
    await keeper.keep(workspaceKey(1), sealedId(1, 30));
    expect(await ids()).toEqual([sealedId(1, 30), sealedId(1, 10)]);
  });

  it('leaves the copy of a newer Gatehouse where it is', async () => {
    await put(sealed(1, 10), sealed(1, 20));
    mainMakesOf({ [sealedId(1, 20)]: 'newer' });
    await keeper.restore(null);
    for (const at of [30, 40]) {
      bridge.answer({ 'cache.take': () => sealed(1, at) });
      await keeper.keep(workspaceKey(1), sealedId(1, at));
    }
    expect(await ids()).toEqual([sealedId(1, 40), sealedId(1, 30), sealedId(1, 20)]);
  });
});

it('clears everything when nothing shall be on disk', async () => {
  await put(sealed(1, 10), sealed(2, 10));
  await keeper.clear();
  expect(await ids()).toEqual([]);
});
