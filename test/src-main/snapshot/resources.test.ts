import { describe, expect, it } from 'vitest';
import {
  destinationOf,
  functionsOf,
  sourceOf,
  spaceOf,
  trackingPlanOf,
  warehouseOf,
} from '../../../src-main/snapshot/resources';

const metadata = { name: 'Kind', slug: 'kind', categories: ['Website'] };

describe('names', () => {
  it('a source without a name is called as its slug', () => {
    const wire = { id: 's', slug: 'web-shop', enabled: true, labels: [], metadata };
    expect(sourceOf(wire).name).toBe('web-shop');
    expect(sourceOf({ ...wire, name: '' }).name).toBe('web-shop');
    expect(sourceOf({ ...wire, name: 'Web shop' }).name).toBe('Web shop');
    expect(sourceOf({ ...wire, slug: '' })).toMatchObject({ name: 's' });
  });

  it('a warehouse takes the name of its settings, else of its kind', () => {
    const wire = { id: 'w', enabled: true, metadata };
    expect(warehouseOf({ ...wire, settings: { name: 'Sales DWH' } }).name).toBe('Sales DWH');
    expect(warehouseOf({ ...wire, settings: {} }).name).toBe('Kind');
    expect(warehouseOf({ ...wire, metadata: { name: '', slug: '' }, settings: {} }).name).toBe('w');
  });

  it('a destination without a name is called as its kind', () => {
    expect(destinationOf({ id: 'd', enabled: false, sourceId: 's', metadata })).toEqual({
      type: 'DESTINATION',
      id: 'd',
      name: 'Kind',
      enabled: false,
      sourceId: 's',
      catalogName: 'Kind',
    });
  });

  it('a tracking plan without a name is called as its slug or id', () => {
    expect(trackingPlanOf({ id: 't', type: 'LIVE', slug: 'plan' }).name).toBe('plan');
    expect(trackingPlanOf({ id: 't', type: 'LIVE', name: null })).toEqual({
      type: 'TRACKING_PLAN',
      id: 't',
      name: 't',
      planType: 'LIVE',
    });
  });
});

describe('labels of spaces', () => {
  it('are null where they are not shown, which is not none', () => {
    const space = { id: 's', slug: 's', name: 'S' };
    expect(spaceOf(space).labels).toBeNull();
    expect(spaceOf({ ...space, labels: [] }).labels).toEqual([]);
    expect(spaceOf({ ...space, labels: [{ key: 'a', value: 'b', description: 'c' }] }).labels).toEqual([
      { key: 'a', value: 'b' },
    ]);
  });
});

describe('functions without an id', () => {
  const wire = (...names: string[]) =>
    names.map((displayName) => ({ asked: 'SOURCE', entry: { displayName } }));

  it('get one that stays the same, whatever comes beside them', () => {
    const alone = functionsOf(wire('Enrich'));
    const among = functionsOf([{ asked: 'DESTINATION', entry: { id: 'f1' } }, ...wire('Other', 'Enrich')]);
    expect(alone.functions[0]).toMatchObject({ name: 'Enrich', functionType: 'SOURCE' });
    expect(alone.withoutId).toEqual([alone.functions[0]?.id]);
    expect(among.functions.map(({ id }) => id)).toContain(alone.functions[0]?.id);
    expect(among.withoutId).toHaveLength(2);
  });

  it('get different ones when they look alike', () => {
    const { functions } = functionsOf(wire('Same', 'Same'));
    expect(new Set(functions.map(({ id }) => id)).size).toBe(2);
  });

  it('with an id keep it, and their own type', () => {
    const entry = { id: 'f', resourceType: 'INSERT_SOURCE', displayName: 'F' };
    expect(functionsOf([{ asked: 'SOURCE', entry }])).toEqual({
      functions: [{ type: 'FUNCTION', id: 'f', name: 'F', functionType: 'INSERT_SOURCE' }],
      withoutId: [],
    });
  });
});
