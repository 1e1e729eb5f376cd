import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { CACHE_VERSION, openCache } from '../../../src-renderer/cache/database';

/** Makes a database without Dexie, as another version of the app would have left it. */
function make(name: string, version: number, tables: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const table of tables) request.result.createObjectStore(table);
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}

async function shapeOf(name: string): Promise<[number | undefined, string[]]> {
  const version = (await indexedDB.databases()).find((each) => each.name === name)?.version;
  const tables = await new Promise<string[]>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      resolve([...request.result.objectStoreNames]);
      request.result.close();
    };
    request.onerror = () => reject(request.error);
  });
  return [version, tables];
}

describe('the schema of the cache', () => {
  it('version 1: has snapshots by workspace and chunks by snapshot and place', async () => {
    const database = await openCache('version-1');
    const tables = database.tables.map(({ name, schema }) => [
      name,
      schema.primKey.keyPath,
      schema.indexes.map(({ keyPath }) => keyPath),
    ]);
    database.close();
    expect(tables).toEqual([
      ['snapshots', 'id', ['key']],
      ['chunks', ['id', 'index'], []],
    ]);
    expect(await shapeOf('version-1')).toEqual([CACHE_VERSION * 10, ['chunks', 'snapshots']]);
  });

  it('refuses the database of a newer version in words and leaves it as it is', async () => {
    await make('newer', (CACHE_VERSION + 1) * 10, ['somethingNew']);
    await expect(openCache('newer')).rejects.toMatchObject({ kind: 'newer' });
    await expect(openCache('newer')).rejects.toThrow('written by a newer version of Gatehouse');
    expect(await shapeOf('newer')).toEqual([(CACHE_VERSION + 1) * 10, ['somethingNew']]);
  });

  it('gives up with words when another window blocks the upgrade', async () => {
    await make('blocked', 5, []);
    const held = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('blocked');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    await expect(openCache('blocked')).rejects.toThrow('Another window of Gatehouse holds the copies');
    held.close();
  }, 10_000);
});
