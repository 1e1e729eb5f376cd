import { describe, expect, it, vi } from 'vitest';
import {
  TILE,
  type TileAnswer,
  type TilePlace,
  type TileSource,
  TileStore,
} from '../../../../src-renderer/screens/matrix/tile-store';
import { wantedTiles } from '../../../../src-renderer/screens/matrix/wanted-tiles';
import { FINGERPRINT, windowOf, wordAt } from './matrix-answers';

const lines = { principals: 20_000, resources: 20_000 };

/** A store whose questions are answered when the test says so. */
function prepare() {
  const asked: {
    place: TilePlace;
    answer: (answer?: TileAnswer) => Promise<void>;
    fail: () => Promise<void>;
  }[] = [];
  const source = (fingerprint = FINGERPRINT): TileSource => ({
    fingerprint,
    ask: (place) =>
      new Promise((resolve, reject) => {
        const at = (tile: number) => ({ offset: tile * TILE, limit: TILE });
        const given = windowOf({ principals: at(place.principal), resources: at(place.resource) }, lines);
        asked.push({
          place,
          answer: async (answer = given) => {
            resolve(answer);
            await vi.waitFor(() => Promise.resolve());
          },
          fail: async () => {
            reject(new Error('no'));
            await vi.waitFor(() => Promise.resolve());
          },
        });
      }),
  });
  const listener = { changed: vi.fn(), outdated: vi.fn(), failed: vi.fn() };
  return { asked, source, listener, store: new TileStore(source(), listener) };
}

const row = (...resources: number[]) => resources.map((resource) => ({ principal: 0, resource }));

describe('the tiles', () => {
  it('are asked for three at a time, most wanted first, and answer cells and heads', async () => {
    const { asked, store, listener } = prepare();
    store.want(row(5, 4, 6, 7));
    expect(asked.map(({ place }) => place.resource)).toEqual([5, 4, 6]);
    expect(store.cell(3, 5 * TILE)).toBeNull();
    await asked[0]?.answer();
    expect(asked.map(({ place }) => place.resource)).toEqual([5, 4, 6, 7]);
    expect(listener.changed).toHaveBeenCalledTimes(1);
    expect(store.resource(5 * TILE + 2)).toMatchObject({ name: `Source ${5 * TILE + 2}` });
    expect(store.principal(63)).toMatchObject({ name: 'Member 63' });
    expect(store.principal(64)).toBeNull();
  });

  it('answer the cell of two lines wherever it is', async () => {
    const { asked, store } = prepare();
    store.want([{ principal: 2, resource: 2 }]);
    await asked[0]?.answer();
    for (const [principal, resource] of [
      [128, 128],
      [130, 131],
      [150, 152],
      [150, 140],
      [191, 191],
    ] as const) {
      expect(store.cell(principal, resource)).toBe(wordAt(principal, resource));
    }
  });

  it('that were scrolled past before their turn are never asked for', async () => {
    const { asked, store } = prepare();
    store.want(row(0, 1, 2, 3, 4));
    store.want(row(90, 91));
    await asked[0]?.answer();
    await asked[1]?.answer();
    expect(asked.map(({ place }) => place.resource)).toEqual([0, 1, 2, 90, 91]);
  });

  it('that were not seen for longest go first, and are asked for again', async () => {
    const { asked, store } = prepare();
    const answerAll = async () => {
      for (let next = 0; next < Math.min(500, asked.length); next += 1) await asked[next]?.answer();
    };
    for (let first = 0; first < 400; first += 100) {
      store.want(Array.from({ length: 100 }, (_none, place) => ({ principal: 0, resource: first + place })));
      await answerAll();
    }
    expect(asked).toHaveLength(400);
    expect(store.size).toBe(384);
    expect(store.tile({ principal: 0, resource: 0 })).toBeNull();
    expect(store.tile({ principal: 0, resource: 399 })).not.toBeNull();
    store.want(row(0));
    expect(asked).toHaveLength(401);
  });

  it('that do not fit all at once do not push each other out without end', async () => {
    const { asked, store } = prepare();
    store.want(Array.from({ length: 1000 }, (_none, resource) => ({ principal: 0, resource })));
    for (let next = 0; next < Math.min(500, asked.length); next += 1) await asked[next]?.answer();
    expect(asked).toHaveLength(192);
  });

  it('stay while the draft changes, until the new cells come', async () => {
    const { asked, source, store } = prepare();
    store.want(row(0));
    await asked[0]?.answer();
    store.askBy(source());
    expect(asked).toHaveLength(2);
    expect(store.cell(0, 0)).toBe(0b1111);
    await asked[1]?.answer();
    store.want(row(0));
    expect(asked).toHaveLength(2);
  });

  it('of a newer snapshot are not shown, but told of', async () => {
    const { asked, store, listener } = prepare();
    store.want(row(0));
    const answer = windowOf(
      { principals: { offset: 0, limit: 1 }, resources: { offset: 0, limit: 1 } },
      lines,
    );
    await asked[0]?.answer({ ...answer, fingerprint: 'other' });
    expect(listener.outdated).toHaveBeenCalledTimes(1);
    expect(store.tile({ principal: 0, resource: 0 })).toBeNull();
  });

  it('that could not be had are asked for again only on demand', async () => {
    const { asked, store, listener } = prepare();
    store.want(row(0));
    await asked[0]?.fail();
    expect(listener.failed).toHaveBeenCalledTimes(1);
    store.want(row(0));
    expect(asked).toHaveLength(1);
    store.retry();
    expect(asked).toHaveLength(2);
  });

  it('are of no interest once the store is closed', async () => {
    const { asked, store, listener } = prepare();
    store.want(row(0, 1, 2, 3));
    store.close();
    await asked[0]?.answer();
    expect(listener.changed).not.toHaveBeenCalled();
    expect(asked).toHaveLength(3);
  });
});

describe('the wanted tiles', () => {
  it('are those in sight from the middle outwards, then a ring around them', () => {
    const wanted = wantedTiles({ first: 640, end: 670 }, { first: 640, end: 760 }, lines);
    expect(wanted.slice(0, 2)).toEqual([
      { principal: 10, resource: 10 },
      { principal: 10, resource: 11 },
    ]);
    expect(wanted).toHaveLength(3 * 4);
    expect(new Set(wanted.map((each) => `${each.principal} ${each.resource}`)).size).toBe(12);
  });

  it('do not reach beyond the ends', () => {
    const small = { principals: 10, resources: 70 };
    expect(wantedTiles({ first: 0, end: 10 }, { first: 0, end: 30 }, small)).toEqual([
      { principal: 0, resource: 0 },
      { principal: 0, resource: 1 },
    ]);
    expect(wantedTiles({ first: 0, end: 0 }, { first: 0, end: 0 }, { principals: 0, resources: 0 })).toEqual(
      [],
    );
  });
});
