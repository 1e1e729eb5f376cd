import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FUNCTION_TYPES, TRACKING_PLAN_TYPES } from '../../../src-main/sandbox/state/resources';
import { dataOf, start } from './running-sandbox';

const plansSchema = z.object({ trackingPlans: z.array(z.object({ id: z.string(), type: z.string() })) });
const functionsSchema = z.object({
  functions: z.array(z.object({ id: z.string(), resourceType: z.string() })),
});

describe('lists of one type', () => {
  it('of tracking plans add up to the list of all', async () => {
    const asker = await start();
    const all = dataOf(await asker.get('/tracking-plans'), plansSchema).trackingPlans;
    const parts: string[] = [];
    for (const type of TRACKING_PLAN_TYPES) {
      const { trackingPlans } = dataOf(await asker.get(`/tracking-plans?type=${type}`), plansSchema);
      for (const plan of trackingPlans) expect(plan.type).toBe(type);
      parts.push(...trackingPlans.map((plan) => plan.id));
    }
    expect(parts.sort()).toEqual(all.map((plan) => plan.id).sort());
  });

  it('of functions hold that type only', async () => {
    const asker = await start();
    for (const type of FUNCTION_TYPES) {
      const { functions } = dataOf(await asker.get(`/functions?resourceType=${type}`), functionsSchema);
      expect(functions.length).toBeGreaterThan(0);
      for (const item of functions) expect(item.resourceType).toBe(type);
    }
  });
});

describe('what is connected', () => {
  it('to a source are its destinations and warehouses', async () => {
    const asker = await start();
    const shape = z.object({ destinations: z.array(z.object({ id: z.string(), sourceId: z.string() })) });
    const all = dataOf(await asker.get('/destinations?pagination.count=1000'), shape).destinations;
    const source = all[0]?.sourceId ?? '';
    const connected = dataOf(
      await asker.get(`/sources/${source}/connected-destinations`),
      shape,
    ).destinations;
    expect(connected).toEqual(all.filter((destination) => destination.sourceId === source));
  });
});
