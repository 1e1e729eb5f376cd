import { gunzipSync, gzipSync } from 'node:zlib';
import type { SealedSnapshot } from '@contract/cache';
import { SNAPSHOT_VERSION, type Snapshot } from '@contract/snapshot';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHUNK_LIMITS } from '../../../src-main/cache/cut-snapshot';
import { LARGEST_CHUNK, placeOfChunk } from '../../../src-main/cache/manifest';
import { openSnapshot } from '../../../src-main/cache/open-snapshot';
import { sealSnapshot } from '../../../src-main/cache/seal-snapshot';
import { assembleSnapshot } from '../../../src-main/snapshot/assemble';
import { OpenKeys } from '../../../src-main/vault/open-keys';
import { buildLargeSnapshot } from '../../fixtures/large-snapshot';
import { buildSnapshot } from '../../fixtures/snapshot';

const key = '11111111-1111-4111-8111-111111111111';
const otherKey = '22222222-2222-4222-8222-222222222222';

function openVault(): OpenKeys {
  const keys = OpenKeys.fresh();
  keys.createDataKey(key);
  keys.createDataKey(otherKey);
  return keys;
}

const vault = openVault();
/** Small chunks, so that a small snapshot has many. */
const limits = { entries: 20, characters: 100_000 };
let snapshot: Snapshot;
let sealed: SealedSnapshot;
let later: SealedSnapshot;

beforeAll(async () => {
  snapshot = await assembleSnapshot(buildLargeSnapshot({ members: 60, resources: 80, groups: 10 }));
  sealed = await sealSnapshot(vault, key, snapshot, limits);
  later = await sealSnapshot(vault, key, snapshot, limits);
});

const withChunks = (chunks: Uint8Array<ArrayBuffer>[], from = sealed): SealedSnapshot => ({
  ...from,
  chunks,
});
const chunkAt = (from: SealedSnapshot, index: number) => from.chunks[index] ?? new Uint8Array();

/** Puts content of the test's own making where chunk 0 is. */
function withManifest(change: (manifest: Record<string, unknown>) => unknown, manifest = {}): SealedSnapshot {
  const first = gzipSync(JSON.stringify(change(manifest)));
  return withChunks([
    new Uint8Array(vault.seal(placeOfChunk(key, sealed.id, 0), first)),
    ...sealed.chunks.slice(1),
  ]);
}

const damaged = { kind: 'damaged', reason: expect.stringMatching(/damaged.*read anew/) };

describe('a sealed snapshot', () => {
  it('opens as what it was', async () => {
    const opened = await openSnapshot(vault, sealed);
    expect(opened).toEqual({ kind: 'opened', snapshot });
    expect(opened.kind === 'opened' && Object.isFrozen(opened.snapshot.members[0])).toBe(true);
    expect(sealed.chunks.length).toBeGreaterThan(8);
    expect(sealed.completedAt).toBe(Date.parse(snapshot.completedAt));
    expect(later.id).not.toBe(sealed.id);
  });

  it('opens as what it was, whatever its size and the size of its chunks', async () => {
    const size = fc.record({
      members: fc.nat(30),
      resources: fc.nat(30).map((count) => count + 30),
      groups: fc.integer({ min: 1, max: 8 }),
    });
    const anyLimits = fc.record({
      entries: fc.integer({ min: 1, max: 50 }),
      characters: fc.integer({ min: 1, max: 9000 }),
    });
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), anyLimits, async (size, seed, someLimits) => {
        const any = await assembleSnapshot(buildLargeSnapshot(size, seed));
        const { chunks, ...rest } = await sealSnapshot(vault, key, any, someLimits);
        expect(await openSnapshot(vault, { ...rest, chunks })).toEqual({ kind: 'opened', snapshot: any });
      }),
      { numRuns: 25 },
    );
  });

  it('opens when it is empty, and when its texts are strange', async () => {
    const strange = [
      '',
      '\u0000',
      '\ud800',
      '🦊'.repeat(50),
      '__proto__',
      '","members":[{',
      '\u202egnp.exe',
      '=1+1',
    ];
    for (const parts of [
      {},
      {
        members: strange.map((text, at) => ({
          id: `m${at}`,
          name: text,
          email: `${at}@example.com`,
          grants: [],
        })),
        labels: strange.map((text) => ({ key: '__proto__', value: text })),
      },
    ]) {
      const any = await assembleSnapshot(buildSnapshot(parts));
      expect(await openSnapshot(vault, await sealSnapshot(vault, key, any))).toEqual({
        kind: 'opened',
        snapshot: any,
      });
    }
  });

  it('shows none of its content', () => {
    const all = Buffer.concat(sealed.chunks);
    for (const { email, name } of snapshot.members.slice(0, 20)) {
      expect(all.includes(email)).toBe(false);
      expect(all.includes(name)).toBe(false);
    }
    expect(all.includes(snapshot.workspace.slug)).toBe(false);
  });

  it('shares no memory with anything else', () => {
    for (const chunk of sealed.chunks) expect(chunk.buffer.byteLength).toBe(chunk.byteLength);
  });
});

describe('a sealed snapshot that was changed', () => {
  it('never opens, whichever byte is flipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, where, by) => {
        const index = which % sealed.chunks.length;
        const chunk = Uint8Array.from(chunkAt(sealed, index));
        const at = where % chunk.byteLength;
        chunk[at] = (chunk[at] ?? 0) ^ by;
        const opened = await openSnapshot(vault, withChunks(sealed.chunks.with(index, chunk)));
        // A higher version byte in chunk 0 is a newer Gatehouse's; anywhere else the hash is wrong first.
        expect(opened.kind).toBe(index === 0 && at === 3 && (chunk[3] ?? 0) > 1 ? 'newer' : 'damaged');
      }),
      { numRuns: 300 },
    );
  });

  it('never opens when a chunk is cut, empty, longer, missing, repeated, moved or another snapshot’s', async () => {
    const { chunks } = sealed;
    for (let index = 0; index < chunks.length; index += 1) {
      const chunk = chunkAt(sealed, index);
      const wrong = [
        chunks.with(index, chunk.slice(0, -1)),
        chunks.with(index, chunk.slice(1)),
        chunks.with(index, new Uint8Array()),
        chunks.with(index, Uint8Array.from([...chunk, 0])),
        chunks.toSpliced(index, 1),
        chunks.toSpliced(index, 0, chunk),
        chunks.with(index, chunkAt(sealed, (index + 1) % chunks.length)),
        chunks.with(index, chunkAt(later, index)),
      ];
      for (const some of wrong) {
        if (some.length > 0) expect(await openSnapshot(vault, withChunks(some))).toEqual(damaged);
      }
    }
    expect(await openSnapshot(vault, withChunks(chunks.slice(0, 1)))).toEqual(damaged);
    expect(await openSnapshot(vault, withChunks(chunks.slice(0, -1)))).toEqual(damaged);
    expect(await openSnapshot(vault, withChunks(chunks.toReversed()))).toEqual(damaged);
    expect(await openSnapshot(vault, withChunks([]))).toEqual(damaged);
  });

  it('never opens in any other order', async () => {
    const order = fc.shuffledSubarray([...sealed.chunks.keys()], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(order, async (indexes) => {
        const same =
          indexes.length === sealed.chunks.length && indexes.every((index, place) => index === place);
        const opened = await openSnapshot(vault, withChunks(indexes.map((index) => chunkAt(sealed, index))));
        expect(opened.kind).toBe(same ? 'opened' : 'damaged');
      }),
      { numRuns: 100 },
    );
  });

  it('never opens as another snapshot, of another time, or of another workspace', async () => {
    expect(await openSnapshot(vault, { ...sealed, id: later.id })).toEqual(damaged);
    expect(await openSnapshot(vault, { ...sealed, id: 'no id' })).toEqual(damaged);
    expect(await openSnapshot(vault, { ...sealed, completedAt: sealed.completedAt + 1 })).toEqual(damaged);
    expect(await openSnapshot(vault, { ...sealed, key: otherKey })).toEqual(damaged);
  });

  it('opens neither with other keys nor after its workspace was removed', async () => {
    expect(await openSnapshot(openVault(), sealed)).toEqual(damaged);
    const keys = openVault();
    const own = await sealSnapshot(keys, key, snapshot, limits);
    keys.forgetDataKey(key);
    expect((await openSnapshot(keys, own)).kind).toBe('notConnected');
    await expect(sealSnapshot(keys, key, snapshot)).rejects.toMatchObject({ failure: { code: 'notFound' } });
  });

  it('is not taken for damaged when the vault locks meanwhile', async () => {
    const keys = openVault();
    const own = await sealSnapshot(keys, key, snapshot, limits);
    const opening = openSnapshot(keys, own);
    keys.destroy();
    await expect(opening).rejects.toMatchObject({ failure: { code: 'locked' } });
    await expect(sealSnapshot(keys, key, snapshot)).rejects.toMatchObject({ failure: { code: 'locked' } });
  });
});

describe('what carries a good seal and is wrong inside', () => {
  it('is newer, older or damaged by its versions', async () => {
    const kindOf = async (format: unknown, snapshotVersion: unknown) =>
      (
        await openSnapshot(
          vault,
          withManifest(() => ({ format, snapshotVersion })),
        )
      ).kind;
    expect(await kindOf(1, SNAPSHOT_VERSION + 1)).toBe('newer');
    expect(await kindOf(2, SNAPSHOT_VERSION)).toBe('newer');
    expect(await kindOf(1, SNAPSHOT_VERSION - 1)).toBe('older');
    expect(await kindOf(0, SNAPSHOT_VERSION)).toBe('older');
    expect(await kindOf(1, SNAPSHOT_VERSION)).toBe('damaged');
    expect(await kindOf('1', SNAPSHOT_VERSION)).toBe('damaged');
  });

  it('says for a newer one that it is left, for an older one that it is read anew', async () => {
    const newer = await openSnapshot(
      vault,
      withManifest(() => ({ format: 9, snapshotVersion: 1 })),
    );
    const older = await openSnapshot(
      vault,
      withManifest(() => ({ format: 1, snapshotVersion: 0 })),
    );
    expect(newer).toMatchObject({ reason: expect.stringMatching(/newer version.*left as it is/) });
    expect(older).toMatchObject({ reason: expect.stringMatching(/older version.*read anew/) });
  });

  it('never decompresses into more than a chunk may hold', async () => {
    const place = placeOfChunk(key, sealed.id, 0);
    const manifest = gunzipSync(vault.open(place, chunkAt(sealed, 0)));
    const padded = (size: number) => {
      const first = gzipSync(Buffer.concat([manifest, Buffer.alloc(size - manifest.byteLength, ' ')]), {
        level: 1,
      });
      return withChunks(sealed.chunks.with(0, new Uint8Array(vault.seal(place, first))));
    };
    expect((await openSnapshot(vault, padded(LARGEST_CHUNK))).kind).toBe('opened');
    expect(await openSnapshot(vault, padded(LARGEST_CHUNK + 1))).toEqual(damaged);
  });

  it('is damaged when it is no gzip or no JSON', async () => {
    for (const bytes of [Buffer.from('no gzip'), gzipSync('no json'), gzipSync('null'), gzipSync('')]) {
      const first = new Uint8Array(vault.seal(placeOfChunk(key, sealed.id, 0), bytes));
      expect(await openSnapshot(vault, withChunks([first]))).toEqual(damaged);
    }
  });

  it('is damaged when the content is not what its fingerprint says', async () => {
    const [first, ...others] = snapshot.members;
    if (first === undefined) throw new Error('no member');
    for (const wrong of [
      { ...snapshot, members: [{ ...first, name: 'Somebody Else' }, ...others] },
      { ...snapshot, members: others },
      { ...snapshot, members: [first, first, ...others] },
      { ...snapshot, fingerprint: 'f'.repeat(64) },
    ]) {
      expect(await openSnapshot(vault, await sealSnapshot(vault, key, wrong, limits))).toEqual(damaged);
    }
  });
});

describe('a snapshot too large to open again', () => {
  it('is not sealed', async () => {
    const members = [{ id: 'm', name: 'x'.repeat(LARGEST_CHUNK), email: 'm@example.com', grants: [] }];
    const large = { ...buildSnapshot(), members };
    await expect(sealSnapshot(vault, key, large)).rejects.toMatchObject({ failure: { code: 'unsupported' } });
  });
});

describe('sealing and opening a large snapshot', () => {
  it('leaves the event loop its turns', async () => {
    const large = await assembleSnapshot(buildLargeSnapshot({ members: 9000, resources: 9000, groups: 300 }));
    const turnsDuring = async (task: () => Promise<unknown>) => {
      let turns = 0;
      let going = true;
      const count = () => {
        turns += 1;
        if (going) setImmediate(count);
      };
      setImmediate(count);
      await task();
      going = false;
      return turns;
    };
    const chunks = Math.ceil(18_000 / CHUNK_LIMITS.entries);
    let done: SealedSnapshot | null = null;
    expect(
      await turnsDuring(async () => {
        done = await sealSnapshot(vault, key, large);
      }),
    ).toBeGreaterThanOrEqual(chunks);
    const kept = done ?? sealed;
    expect(kept.chunks.length).toBeGreaterThan(chunks);
    expect(await turnsDuring(() => openSnapshot(vault, kept))).toBeGreaterThanOrEqual(chunks * 2);
  });
});
