import type { Scope } from '@contract/snapshot';
import { Extents } from '../findings/extents';
import { type Holding, holdingsOf } from '../policy/decision/holdings';
import type { World } from '../policy/world/world';

/** One way by which a member reaches a resource, or may reach it. */
export interface AccessReason {
  readonly via: 'direct' | 'group';
  readonly group?: { readonly id: string; readonly name: string };
  readonly role: string;
  readonly scope: Scope;
  /** Why it is not certain; left out where it is. */
  readonly doubt?: string;
}

/** A grant of a member, ready to be asked about many resources. */
interface Way {
  readonly reason: AccessReason;
  /** Whether it reaches the column, for certain or perhaps; `null`: it does not. */
  readonly reaches: (column: number) => 'certain' | 'perhaps' | null;
}

/** Why a grant that somebody certainly holds only perhaps reaches a resource. */
const UNSEEN = 'What decides about this resource cannot be seen: its labels, or its id.';

/**
 * The reasons of many cells. The same answers as `decide` gives for viewing, but each grant is
 * spread over the resources once: reports ask about millions of cells.
 */
export class AccessReasons {
  readonly #world: World;
  readonly #extents: Extents;
  readonly #nameOf: ReadonlyMap<string, string>;
  #last: { readonly memberId: string; readonly ways: readonly Way[] } | null = null;

  constructor(world: World) {
    this.#world = world;
    this.#extents = new Extents(world);
    this.#nameOf = new Map(world.snapshot.groups.map(({ id, name }) => [id, name]));
  }

  /** Every grant by which the member reaches the column, or may: direct ones first. */
  of(memberId: string, column: number): AccessReason[] {
    if (this.#last?.memberId !== memberId) {
      this.#last = {
        memberId,
        ways: holdingsOf(this.#world, memberId).flatMap((holding) => this.#way(holding)),
      };
    }
    return this.#last.ways.flatMap(({ reason, reaches }) => {
      const how = reaches(column);
      if (how === null) return [];
      return how === 'certain' || reason.doubt !== undefined ? [reason] : [{ ...reason, doubt: UNSEEN }];
    });
  }

  #way({ path, power: number }: Holding): Way[] {
    if (path.kind !== 'grant') return [];
    const power = this.#world.powers.get(number);
    const { columns } = this.#world;
    const { possible, reported } = this.#extents.of(number);
    const { holder, grant } = path;
    const group =
      holder.kind === 'group'
        ? { group: { id: holder.id, name: this.#nameOf.get(holder.id) ?? holder.id } }
        : {};
    const reason: AccessReason = {
      via: holder.kind === 'member' ? 'direct' : 'group',
      ...group,
      role: grant.roleName,
      scope: grant.scope,
      ...(power.doubt === null ? {} : { doubt: power.doubt }),
    };
    return [
      {
        reason,
        reaches: (column) => {
          const type = columns.list[column]?.type;
          if (type === undefined || !possible.has(column)) return null;
          if (power.rights !== null && !power.rights.on[type].has('view')) return null;
          return reported.has(column) && power.rights !== null ? 'certain' : 'perhaps';
        },
      },
    ];
  }
}

/** A scope in words: `all`, `environment:prod AND brand:a`, `SOURCE s1, SOURCE s2`. */
export function scopeText(scope: Scope): string {
  switch (scope.kind) {
    case 'all':
      return 'all current and future';
    case 'labels':
      return scope.labels.map(({ key, value }) => `${key}:${value}`).join(' AND ');
    case 'list':
      return scope.resources.map(({ type, id }) => `${type} ${id}`).join(', ');
    case 'unknown':
      return `unknown (${scope.reason})`;
  }
}

/** A reason in one line. */
export function reasonText({ via, group, role, scope, doubt }: AccessReason): string {
  const through = via === 'direct' ? 'direct' : `group ${group?.name ?? ''}`;
  return `${through}: ${role} on ${scopeText(scope)}${doubt === undefined ? '' : ' (not certain)'}`;
}
