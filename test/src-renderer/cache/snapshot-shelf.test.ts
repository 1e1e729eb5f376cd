import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CacheDatabase } from '../../../src-renderer/cache/database';
import { SnapshotShelf } from '../../../src-renderer/cache/snapshot-shelf';
import { workspaceKey } from '../../fixtures/workspace-view';
import { sealed, sealedId } from './sealed';

let name = '';
let shelf = new SnapshotShelf();
let run = 0;

beforeEach(() => {
  run += 1;
  name = `shelf-${run}`;
  shelf = new SnapshotShelf(name);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await shelf.close();
});

async function ids(): Promise<string[]> {
  return (await shelf.contents()).map(({ id }) => id);
}

/** Works on the database behind the shelf's back, as a damaged disk would. */
async function behindItsBack(work: (database: CacheDatabase) => Promise<unknown>): Promise<void> {
  const database = new CacheDatabase(name);
  await database.open();
  await work(database);
  database.close();
}

describe('the shelf', () => {
  it('gives back what was put, chunks in order', async () => {
    await shelf.put(sealed(1, 10, 12));
    const [row] = await shelf.contents();
    if (row === undefined) throw new Error('nothing was kept');
    expect(await shelf.read(row)).toEqual(sealed(1, 10, 12));
  });

  it('asks Chromium for durable transactions', async () => {
    const modes: (string | undefined)[] = [];
    const real = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...asked: Parameters<typeof real>
    ) {
      if (asked[1] === 'readwrite') modes.push(asked[2]?.durability);
      return real.apply(this, asked);
    });
    await shelf.put(sealed(1, 10));
    expect(modes).toEqual(['strict']);
  });

  it('writes chunks, head and the dropping of older ones in one transaction', async () => {
    await shelf.put(sealed(1, 10));
    await shelf.put(sealed(1, 20));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(shelf.put(sealed(1, 30))).rejects.toMatchObject({ kind: 'full' });
    vi.restoreAllMocks();
    expect(await ids()).toEqual([sealedId(1, 20), sealedId(1, 10)]);
    const rows = await shelf.contents();
    for (const row of rows) expect((await shelf.read(row)).chunks).toHaveLength(2);
  });

  it('keeps the latest two of each workspace and leaves no chunks behind', async () => {
    for (const at of [10, 20, 30, 40]) await shelf.put(sealed(1, at, 3));
    await shelf.put(sealed(2, 15));
    expect(await ids()).toEqual([sealedId(1, 40), sealedId(1, 30), sealedId(2, 15)]);
    await behindItsBack(async (database) => expect(await database.chunks.count()).toBe(3 + 3 + 2));
  });

  it('goes by the time of the snapshot, not by when it was put', async () => {
    for (const at of [30, 40, 10]) await shelf.put(sealed(1, at));
    expect(await ids()).toEqual([sealedId(1, 40), sealedId(1, 30)]);
  });

  it('lets useless ones go and keeps the one before them', async () => {
    await shelf.put(sealed(1, 10));
    await shelf.put(sealed(1, 20));
    const useless = new Set([sealedId(1, 20)]);
    await shelf.put(sealed(1, 30), { useless, untouchable: new Set() });
    expect(await ids()).toEqual([sealedId(1, 30), sealedId(1, 10)]);
  });

  it('keeps untouchable ones beside the latest two', async () => {
    await shelf.put(sealed(1, 10));
    await shelf.put(sealed(1, 20));
    const untouchable = new Set([sealedId(1, 10)]);
    for (const at of [30, 40]) await shelf.put(sealed(1, at), { useless: new Set(), untouchable });
    expect(await ids()).toEqual([sealedId(1, 40), sealedId(1, 30), sealedId(1, 10)]);
  });

  it('reads a snapshot that lost chunks as far as it is there, so that main can tell that it is damaged', async () => {
    await shelf.put(sealed(1, 10, 3));
    await behindItsBack((database) => database.chunks.delete([sealedId(1, 10), 1]));
    const [row] = await shelf.contents();
    if (row === undefined) throw new Error('nothing was kept');
    expect((await shelf.read(row)).chunks).toHaveLength(2);
    await behindItsBack((database) => database.chunks.clear());
    expect((await shelf.read(row)).chunks).toEqual([new Uint8Array()]);
  });

  it('drops a workspace with its chunks and leaves the others', async () => {
    await shelf.put(sealed(1, 10));
    await shelf.put(sealed(2, 10));
    await shelf.dropWorkspaces([workspaceKey(1)]);
    expect(await ids()).toEqual([sealedId(2, 10)]);
    await behindItsBack(async (database) => expect(await database.chunks.count()).toBe(2));
  });

  it('clears everything', async () => {
    await shelf.put(sealed(1, 10));
    await shelf.clear();
    expect(await ids()).toEqual([]);
    await behindItsBack(async (database) => expect(await database.chunks.count()).toBe(0));
  });

  it('opens the database again after it was deleted under the app', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await shelf.put(sealed(1, 10));
    await Dexie.delete(name);
    await shelf.put(sealed(1, 20));
    expect(await ids()).toEqual([sealedId(1, 20)]);
  });

  it('says in words that the disk is full', async () => {
    await shelf.put(sealed(1, 10));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(shelf.put(sealed(1, 20))).rejects.toThrow('Free some space, then sync again.');
  });
});
