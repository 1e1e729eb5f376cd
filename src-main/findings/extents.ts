import type { ResourceType } from '@contract/snapshot';
import { resourceTypes } from '../policy/catalogue/role-rights';
import { listReachesAll, type Power } from '../policy/world/powers';
import type { World } from '../policy/world/world';
import { ColumnSet } from './column-set';

/**
 * Which resources a grant reaches, in three steps that grow: `certain` by every
 * reading, `reported` by the reading that reports more, `possible` with what
 * nobody can tell. The same that `coverageOf` says of single resources, worked out
 * for all at once: at 20,000 resources a question for each would take seconds.
 */
export interface Extent {
  readonly certain: ColumnSet;
  readonly reported: ColumnSet;
  readonly possible: ColumnSet;
}

/** The extents of a world, each worked out when it is first asked for. */
export class Extents {
  readonly #world: World;
  readonly #ofType: Readonly<Record<ResourceType, ColumnSet>>;
  readonly #ofLabel = new Map<number, ColumnSet>();
  /** Columns whose labels cannot be seen, and functions that came without an id. */
  readonly #hidden: ColumnSet;
  readonly #unmatched: ColumnSet;
  readonly #known = new Map<number, Extent>();

  constructor(world: World) {
    this.#world = world;
    const { list } = world.columns;
    const empty = () => new ColumnSet(list.length);
    this.#ofType = {
      SOURCE: empty(),
      DESTINATION: empty(),
      WAREHOUSE: empty(),
      SPACE: empty(),
      TRACKING_PLAN: empty(),
      FUNCTION: empty(),
    };
    this.#hidden = empty();
    this.#unmatched = empty();
    list.forEach(({ type, labels, unmatched }, column) => {
      this.#ofType[type].add(column);
      if (labels === null) this.#hidden.add(column);
      if (unmatched) this.#unmatched.add(column);
      for (const label of labels ?? []) this.#carrying(label).add(column);
    });
  }

  /** The columns of a kind. */
  ofType(type: ResourceType): ColumnSet {
    return this.#ofType[type];
  }

  /** The extent of a power by its number in the world. */
  of(number: number): Extent {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const made = this.#make(this.#world.powers.get(number));
    this.#known.set(number, made);
    return made;
  }

  #carrying(label: number): ColumnSet {
    const known = this.#ofLabel.get(label);
    if (known !== undefined) return known;
    const made = new ColumnSet(this.#world.columns.list.length);
    this.#ofLabel.set(label, made);
    return made;
  }

  #kinds(power: Power): ColumnSet {
    let kinds = new ColumnSet(this.#world.columns.list.length);
    for (const type of resourceTypes) {
      if (power.rights === null || power.rights.role.kinds.has(type)) kinds = kinds.or(this.#ofType[type]);
    }
    return kinds;
  }

  #make(power: Power): Extent {
    const { certain, reported, possible } = this.#asIfCertain(power, this.#kinds(power));
    if (power.doubt === null) return { certain, reported, possible };
    const nothing = new ColumnSet(certain.size);
    return { certain: nothing, reported: nothing, possible };
  }

  #asIfCertain(power: Power, kinds: ColumnSet): Extent {
    switch (power.kind) {
      case 'all':
        return { certain: kinds, reported: kinds, possible: kinds };
      case 'unknown': {
        const nothing = new ColumnSet(kinds.size);
        return { certain: nothing, reported: nothing, possible: kinds };
      }
      case 'list': {
        const named = this.#named(power).and(kinds);
        if (power.rights !== null && listReachesAll(power.rights)) {
          return { certain: named, reported: kinds, possible: kinds };
        }
        return { certain: named, reported: named, possible: named.or(this.#unmatched.and(kinds)) };
      }
      case 'labels': {
        const labelled = this.#ofType.SOURCE.or(this.#ofType.SPACE).or(this.#ofType.DESTINATION).and(kinds);
        const reported = this.#wearing(power.labels, labelled);
        const certain = power.together === null ? reported : this.#wearing(power.together, reported);
        return { certain, reported, possible: reported.or(this.#hidden.and(labelled)) };
      }
    }
  }

  #wearing(labels: readonly number[], among: ColumnSet): ColumnSet {
    return labels.reduce((left, label) => left.and(this.#carrying(label)), among);
  }

  #named({ resources }: Power): ColumnSet {
    const { byId, followers } = this.#world.columns;
    const named = new ColumnSet(this.#world.columns.list.length);
    for (const { type, id } of resources) {
      const column = byId[type].get(id);
      if (column !== undefined) named.add(column);
      for (const follower of followers.get(`${type}:${id}`) ?? []) named.add(follower);
    }
    return named;
  }
}
