import type { LabelRef, ResourceType, Snapshot } from '@contract/snapshot';
import type { Peer } from './peer';
import { grantsOfMembers, type PreparedGrant, preparedResources } from './prepared-grants';

/** What the naive peer needs of a grant, taken out beforehand. */
interface NaiveGrant {
  readonly level: number;
  readonly kinds: ReadonlySet<ResourceType>;
  readonly scope: PreparedGrant['scope'];
  readonly listed: ReadonlySet<string>;
}

function naively({ edits, kinds, scope }: PreparedGrant): NaiveGrant {
  const listed = new Set(scope.kind === 'list' ? scope.resources.map(({ type, id }) => `${type}:${id}`) : []);
  return { level: kinds.size === 0 ? 0 : edits ? 3 : 1, kinds, scope, listed };
}

function wears(labels: readonly LabelRef[], asked: LabelRef): boolean {
  return labels.some(({ key, value }) => key === asked.key && value === asked.value);
}

/** Plain TypeScript without tricks: for each question it walks the grants of the member. */
export class NaivePeer implements Peer {
  readonly name = 'naive';
  readonly #grants = new Map<string, readonly NaiveGrant[]>();
  readonly #resources: ReturnType<typeof preparedResources>;

  constructor(snapshot: Snapshot) {
    const shared = new Map<PreparedGrant, NaiveGrant>();
    for (const [id, grants] of grantsOfMembers(snapshot)) {
      const own = grants.map((each) => {
        const known = shared.get(each) ?? naively(each);
        shared.set(each, known);
        return known;
      });
      this.#grants.set(id, own);
    }
    this.#resources = preparedResources(snapshot);
  }

  prepare(): void {}

  may(memberId: string, key: string, action: 'view' | 'edit'): boolean {
    const enough = action === 'edit' ? 3 : 1;
    return this.#walk(memberId, key, enough) >= enough;
  }

  /** The level as a thermometer code. */
  level(memberId: string, key: string): number {
    return this.#walk(memberId, key, 3);
  }

  /** The highest level, or the first that is enough. */
  #walk(memberId: string, key: string, enough: number): number {
    const resource = this.#resources.get(key);
    let level = 0;
    if (resource === undefined) return level;
    for (const grant of this.#grants.get(memberId) ?? []) {
      if (grant.level <= level || !grant.kinds.has(resource.type)) continue;
      const { scope } = grant;
      const reached =
        scope.kind === 'all' ||
        (scope.kind === 'list' && grant.listed.has(resource.listedAs)) ||
        (scope.kind === 'labels' && scope.labels.every((asked) => wears(resource.labels, asked)));
      if (!reached) continue;
      level = grant.level;
      if (level >= enough) return level;
    }
    return level;
  }
}
