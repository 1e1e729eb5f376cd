import type { Grant, LabelRef, Resource, Snapshot } from '@contract/snapshot';
import { findRole } from '../../src-main/policy/catalogue/catalogue';

/** What the naive peer needs of a grant, taken out beforehand. */
interface Prepared {
  readonly level: number;
  readonly kinds: ReadonlySet<string>;
  readonly scope: Grant['scope'];
  readonly listed: ReadonlySet<string>;
}

function prepare({ roleName, scope }: Grant): Prepared {
  const role = findRole(roleName);
  if (role === null) throw new Error(`no role ${roleName}`);
  return {
    level: role.level === 'admin' ? 3 : role.level === 'read' ? 1 : 0,
    kinds: role.kinds,
    scope,
    listed: new Set(scope.kind === 'list' ? scope.resources.map(({ type, id }) => `${type}:${id}`) : []),
  };
}

/** Plain TypeScript without tricks: for each question it walks the grants of the member. */
export class NaivePeer {
  readonly #grants = new Map<string, Prepared[]>();
  readonly #resources = new Map<string, { key: string; labels: readonly LabelRef[]; type: string }>();

  constructor({ members, groups, resources }: Snapshot) {
    for (const { id, grants } of members) this.#grants.set(id, (grants ?? []).map(prepare));
    for (const { memberIds, grants } of groups) {
      const prepared = (grants ?? []).map(prepare);
      for (const id of memberIds ?? []) this.#grants.get(id)?.push(...prepared);
    }
    const labels = new Map<string, readonly LabelRef[]>();
    for (const each of resources) if (each.type === 'SOURCE') labels.set(each.id, each.labels);
    for (const each of resources) {
      this.#resources.set(`${each.type}:${each.id}`, {
        type: each.type,
        key: each.type === 'DESTINATION' ? `SOURCE:${each.sourceId}` : `${each.type}:${each.id}`,
        labels: NaivePeer.#labelsOf(each, labels),
      });
    }
  }

  static #labelsOf(
    resource: Resource,
    ofSource: ReadonlyMap<string, readonly LabelRef[]>,
  ): readonly LabelRef[] {
    if (resource.type === 'SOURCE') return resource.labels;
    if (resource.type === 'SPACE') return resource.labels ?? [];
    return resource.type === 'DESTINATION' ? (ofSource.get(resource.sourceId) ?? []) : [];
  }

  /** The level as a thermometer code. */
  level(memberId: string, key: string): number {
    const resource = this.#resources.get(key);
    let level = 0;
    if (resource === undefined) return level;
    for (const grant of this.#grants.get(memberId) ?? []) {
      if (grant.level <= level || !grant.kinds.has(resource.type)) continue;
      const { scope } = grant;
      const reached =
        scope.kind === 'all' ||
        (scope.kind === 'list' && grant.listed.has(resource.key)) ||
        (scope.kind === 'labels' &&
          scope.labels.every((asked) =>
            resource.labels.some(({ key: name, value }) => name === asked.key && value === asked.value),
          ));
      if (reached) level = grant.level;
    }
    return level;
  }
}
