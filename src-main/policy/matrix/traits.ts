import type { ResourceType, Scope } from '@contract/snapshot';
import { resourceTypes } from '../catalogue/role-rights';
import { piiLeg } from '../decision/legs';
import { codeOfPower } from '../decision/level';
import { keyText } from '../world/columns';
import { CERTAIN, listReachesAll, NOTHING, type Power } from '../world/powers';
import type { World } from '../world/world';

/** What decides where a power reaches, as numbers: found once, asked in every strip. */
export interface Traits {
  readonly kind: Scope['kind'];
  /** A bit for each type that it can reach at all. */
  readonly types: number;
  /** The level that it gives, as a thermometer code. */
  readonly code: number;
  readonly doubtful: boolean;
  readonly labels: readonly number[];
  readonly together: readonly number[] | null;
  /** The columns that a list names, those that follow a named source too; in order. */
  readonly columns: Int32Array;
  /** Whether one reading takes a list for everything of the role's types. */
  readonly everywhere: boolean;
  /** 1: unmasks PII for certain; 2: perhaps. */
  readonly pii: number;
}

/** A bit for each type of resource. */
export const typeBit: Readonly<Record<ResourceType, number>> = {
  SOURCE: 1,
  DESTINATION: 2,
  WAREHOUSE: 4,
  SPACE: 8,
  TRACKING_PLAN: 16,
  FUNCTION: 32,
};
const LABELLED = typeBit.SOURCE | typeBit.DESTINATION | typeBit.SPACE;
const PII = piiLeg('viewPii');
const NO_COLUMNS = new Int32Array(0);

/** The traits of a world's powers, each worked out when it is first asked for. */
export class PowerTraits {
  readonly #world: Pick<World, 'powers' | 'columns'>;
  readonly #traits: Traits[] = [];

  constructor(world: Pick<World, 'powers' | 'columns'>) {
    this.#world = world;
  }

  of(number: number): Traits {
    for (let next = this.#traits.length; next <= number; next += 1) {
      this.#traits.push(this.#read(this.#world.powers.get(next)));
    }
    const traits = this.#traits[number];
    if (traits === undefined) throw new Error(`no power ${number}`);
    return traits;
  }

  #read(power: Power): Traits {
    const { rights, kind } = power;
    let types = 0;
    for (const type of resourceTypes)
      if (rights === null || rights.role.kinds.has(type)) types |= typeBit[type];
    const unmasking = PII.strength(power);
    return {
      kind,
      types: kind === 'labels' ? types & LABELLED : types,
      code: codeOfPower(power),
      doubtful: power.doubt !== null,
      labels: power.labels,
      together: power.together,
      columns: kind === 'list' ? this.#columnsOf(power) : NO_COLUMNS,
      everywhere: kind === 'list' && rights !== null && listReachesAll(rights),
      pii: (unmasking === CERTAIN ? 1 : 0) | (unmasking > NOTHING ? 2 : 0),
    };
  }

  #columnsOf({ resources }: Power): Int32Array {
    const { byId, followers } = this.#world.columns;
    const found = new Set<number>();
    for (const resource of resources) {
      const column = byId[resource.type].get(resource.id);
      if (column !== undefined) found.add(column);
      if (resource.type !== 'SOURCE') continue;
      for (const follower of followers.get(keyText(resource)) ?? []) found.add(follower);
    }
    return Int32Array.from(found).sort();
  }
}
