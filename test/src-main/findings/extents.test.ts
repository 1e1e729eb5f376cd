import { describe, expect, it } from 'vitest';
import { Extents } from '../../../src-main/findings/extents';
import { CERTAIN, CONTESTED, coverageOf, PERHAPS } from '../../../src-main/policy/world/powers';
import { buildWorld } from '../../../src-main/policy/world/world';
import { randomWorld } from '../policy/random-world';

describe('the extent of a grant', () => {
  it('is what the engine says of each single resource', () => {
    let cells = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const world = buildWorld(randomWorld(seed));
      const extents = new Extents(world);
      for (const [number, power] of world.powers.list.entries()) {
        const { certain, reported, possible } = extents.of(number);
        for (const [column, each] of world.columns.list.entries()) {
          const coverage = coverageOf(power, each);
          expect([certain.has(column), reported.has(column), possible.has(column)]).toEqual([
            coverage >= CERTAIN,
            coverage >= CONTESTED,
            coverage >= PERHAPS,
          ]);
          cells += 1;
        }
        expect(possible.count()).toBe([...possible].length);
      }
    }
    expect(cells).toBeGreaterThan(10_000);
  });
});
