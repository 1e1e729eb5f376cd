import type { Grant, LabelRef, Scope } from '@contract/snapshot';
import { findRole, takesScope } from '../catalogue/catalogue';
import { warehouseLists } from '../catalogue/readings';
import { type RoleRights, rightsOf } from '../catalogue/role-rights';
import { type Column, keyText, type ResourceKey } from './columns';
import type { LabelNumbers } from './label-numbers';

/**
 * A power: one role over one scope, whoever holds it. Equal grants of different
 * people are one power, so that what it covers is worked out once.
 */
export interface Power {
  /** `null` for a role that the catalogue does not know. */
  readonly rights: RoleRights | null;
  readonly kind: Scope['kind'];
  /** The labels that a resource must all carry. */
  readonly labels: readonly number[];
  /** Under the reading `sameRoleLabels`: the labels of all such grants of the holder together; `null` for one grant. */
  readonly together: readonly number[] | null;
  /** `TYPE:id` of the listed resources. */
  readonly listed: ReadonlySet<string>;
  /** The listed resources, as the grant names them. */
  readonly resources: readonly ResourceKey[];
  /** Why nobody can tell whether it gives anything; `null` where it does. */
  readonly doubt: string | null;
  /** Why nobody can tell whether the person holds it at all; a doubt about role or scope is not in it. */
  readonly doubtOfHolder: string | null;
}

/** How far a power reaches a resource, in rising order. */
export const NOTHING = 0;
/** Nobody can tell. */
export const PERHAPS = 1;
/** By the reading that reports more access. */
export const CONTESTED = 2;
/** By every reading. */
export const CERTAIN = 3;
export type Coverage = typeof NOTHING | typeof PERHAPS | typeof CONTESTED | typeof CERTAIN;

function carriesAll(carried: readonly number[], asked: readonly number[]): boolean {
  for (const label of asked) if (!carried.includes(label)) return false;
  return true;
}

function isNamed(power: Power, column: Column): boolean {
  return power.listed.has(column.key) || (column.sourceKey !== null && power.listed.has(column.sourceKey));
}

function coverageOfCertain(power: Power, column: Column): Coverage {
  switch (power.kind) {
    case 'all':
      return CERTAIN;
    case 'unknown':
      return PERHAPS;
    case 'list':
      if (isNamed(power, column)) return CERTAIN;
      if (power.rights !== null && listReachesAll(power.rights)) return CONTESTED;
      return column.unmatched ? PERHAPS : NOTHING;
    case 'labels':
      switch (column.type) {
        case 'SOURCE':
        case 'SPACE':
        case 'DESTINATION':
          if (column.labels === null) return PERHAPS;
          if (!carriesAll(column.labels, power.labels)) return NOTHING;
          return power.together === null || carriesAll(column.labels, power.together) ? CERTAIN : CONTESTED;
        case 'WAREHOUSE':
        case 'TRACKING_PLAN':
        case 'FUNCTION':
          return NOTHING;
      }
  }
}

/** Whether a list of this role is read as all resources (the catalogue marks it as contested). */
export function listReachesAll({ role }: RoleRights): boolean {
  return role.scopes.some((rule) => rule.kind === 'list' && rule.contested === warehouseLists);
}

/** How far the power reaches the resource. */
export function coverageOf(power: Power, column: Column): Coverage {
  if (power.rights !== null && !power.rights.role.kinds.has(column.type)) return NOTHING;
  const coverage = coverageOfCertain(power, column);
  return power.doubt !== null && coverage > PERHAPS ? PERHAPS : coverage;
}

const ANYTHING: Omit<Power, 'doubt' | 'doubtOfHolder'> = {
  rights: null,
  kind: 'all',
  labels: [],
  together: null,
  listed: new Set(),
  resources: [],
};

/** The powers of a world, each distinct one once, by number. Only ever grows. */
export class Powers {
  readonly list: Power[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #labels: LabelNumbers;
  readonly #nameOfRole: ReadonlyMap<string, string>;
  readonly #roles = new Map<string, RoleRights | null>();
  readonly #ofList = new WeakMap<
    readonly Grant[],
    { readonly doubt: string | null; readonly numbers: readonly number[] }
  >();

  /** `nameOfRole` is the workspace's own list, for a grant whose role name says nothing. */
  constructor(labels: LabelNumbers, nameOfRole: ReadonlyMap<string, string>) {
    this.#labels = labels;
    this.#nameOfRole = nameOfRole;
  }

  rightsOfGrant({ roleId, roleName }: Grant): RoleRights | null {
    const cacheKey = `${roleName}\n${roleId}`;
    let rights = this.#roles.get(cacheKey);
    if (rights === undefined) {
      const role = findRole(roleName) ?? findRole(this.#nameOfRole.get(roleId) ?? '');
      rights = role === null ? null : rightsOf(role);
      this.#roles.set(cacheKey, rights);
    }
    return rights;
  }

  get(number: number): Power {
    const power = this.list[number];
    if (power === undefined) throw new Error(`no power ${number}`);
    return power;
  }

  /** A power that may be anything, because of what could not be read. */
  anything(doubt: string): number {
    return this.#intern(`anything\n${doubt}`, () => ({ ...ANYTHING, doubt, doubtOfHolder: doubt }));
  }

  /**
   * The powers of a holder's grants, in their order. `doubt` says why it is not
   * certain that the holder has them.
   */
  ofGrants(grants: readonly Grant[], doubt: string | null): readonly number[] {
    const known = this.#ofList.get(grants);
    if (known !== undefined && known.doubt === doubt) return known.numbers;
    const numbers = this.read(grants, doubt);
    this.#ofList.set(grants, { doubt, numbers });
    return numbers;
  }

  /** As `ofGrants`, not kept: for who asks once about each of many lists. */
  read(grants: readonly Grant[], doubt: string | null): number[] {
    if (grants.length === 0) return [];
    const together = this.#labelsTogether(grants);
    return grants.map((grant) => {
      const rights = this.rightsOfGrant(grant);
      const labels = grant.scope.kind === 'labels' ? this.#labelNumbers(grant.scope.labels) : [];
      const role = rights?.role.name ?? `?${grant.roleName}`;
      const joint = labels.length > 0 ? (together.get(role) ?? null) : null;
      const resources = grant.scope.kind === 'list' ? grant.scope.resources : [];
      const listed = resources.map(keyText).sort();
      const reason = grant.scope.kind === 'unknown' ? grant.scope.reason : '';
      const key = `${role}\n${grant.scope.kind}\n${labels.join()}\n${joint?.join() ?? ''}\n${doubt ?? ''}\n${reason}\n${listed.join('\n')}`;
      return this.#intern(key, () => ({
        rights,
        // A scope that the role does not take may be read by Segment in any way: its extent is unknown.
        kind: rights === null || takesScope(rights.role, grant.scope) ? grant.scope.kind : 'unknown',
        labels,
        together: joint,
        listed: new Set(listed),
        resources,
        doubt: doubt ?? doubtOf(grant, rights),
        doubtOfHolder: doubt,
      }));
    });
  }

  /** For each role with several different label grants here, all their labels. */
  #labelsTogether(grants: readonly Grant[]): Map<string, readonly number[]> {
    const together = new Map<string, readonly number[]>();
    const byLabels = grants.filter(({ scope }) => scope.kind === 'labels');
    if (byLabels.length < 2) return together;
    const sets = new Map<string, Map<string, readonly number[]>>();
    for (const grant of byLabels) {
      if (grant.scope.kind !== 'labels') continue;
      const role = this.rightsOfGrant(grant)?.role.name ?? `?${grant.roleName}`;
      const labels = this.#labelNumbers(grant.scope.labels);
      const ofRole = sets.get(role) ?? new Map<string, readonly number[]>();
      sets.set(role, ofRole.set(labels.join(), labels));
    }
    for (const [role, ofRole] of sets) {
      if (ofRole.size > 1) together.set(role, distinct([...ofRole.values()].flat()));
    }
    return together;
  }

  #labelNumbers(refs: readonly LabelRef[]): readonly number[] {
    return distinct(refs.map((ref) => this.#labels.number(ref)));
  }

  #intern(key: string, make: () => Power): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.list.length;
      this.#numbers.set(key, number);
      this.list.push(make());
    }
    return number;
  }
}

function distinct(numbers: readonly number[]): readonly number[] {
  if (numbers.length < 2) return numbers;
  return [...new Set(numbers)].sort((one, other) => one - other);
}

function doubtOf({ roleName, scope }: Grant, rights: RoleRights | null): string | null {
  if (rights === null) return `Gatehouse does not know the role ${roleName}.`;
  if (scope.kind === 'unknown') return scope.reason;
  if (!takesScope(rights.role, scope))
    return `Segment does not describe ${rights.role.name} over such a scope.`;
  return null;
}
