import type { Grant, Group, LabelRef, Member, Resource, Scope, Snapshot } from '@contract/snapshot';
import { buildSnapshot, group, member, resources } from '../fixtures/snapshot';
import { Random } from '../src-main/policy/random-world';

/** How big a measured workspace is. */
export interface Size {
  readonly members: number;
  readonly resources: number;
  readonly groups: number;
}

/** The sizes that figures are given for. */
export const SIZES = {
  S: { members: 200, resources: 300, groups: 20 },
  M: { members: 5_000, resources: 5_000, groups: 300 },
  L: { members: 20_000, resources: 20_000, groups: 1_000 },
  XL: { members: 100_000, resources: 50_000, groups: 5_000 },
} as const satisfies Record<string, Size>;

const KEYS: readonly (readonly [string, number])[] = [
  ['environment', 3],
  ['brand', 20],
  ['region', 8],
  ['product', 40],
];

class Workload {
  readonly #random = new Random(7);
  readonly #sources: string[] = [];
  readonly #spaces: string[] = [];

  constructor(readonly size: Size) {}

  /** A label of this key; small values more often. */
  #label([key, values]: readonly [string, number]): LabelRef {
    return { key, value: `v${Math.floor(values * this.#random.next() ** 2)}` };
  }

  #labels(count: number): LabelRef[] {
    const keys = [...KEYS];
    return Array.from({ length: count }, () => {
      const [key] = keys.splice(this.#random.below(keys.length), 1);
      if (key === undefined) throw new Error('more labels than keys');
      return this.#label(key);
    });
  }

  #resource(number: number): Resource {
    // One of each kind first, then by shares.
    const share = [0, 0.6, 0.7, 0.86, 0.89, 0.95][number] ?? this.#random.next();
    const texts = () => this.#labels(2 + this.#random.below(3)).map(({ key, value }) => `${key}:${value}`);
    if (share < 0.55) {
      this.#sources.push(`s${number}`);
      return resources.source(`s${number}`, ...texts());
    }
    if (share < 0.65) {
      this.#spaces.push(`e${number}`);
      return resources.space(`e${number}`, texts());
    }
    if (share < 0.85) return resources.destination(`d${number}`, this.#random.pick(this.#sources));
    if (share < 0.88) return resources.warehouse(`w${number}`);
    if (share < 0.93) return resources.trackingPlan(`t${number}`);
    return resources.function(`f${number}`);
  }

  #scope(ids: readonly string[], type: 'SOURCE' | 'SPACE'): Scope {
    const kind = this.#random.next();
    if (kind < 0.15) return { kind: 'all' };
    if (kind < 0.4) {
      const listed = Array.from({ length: 1 + this.#random.below(20) }, () => ({
        type,
        id: this.#random.pick(ids),
      }));
      return { kind: 'list', resources: listed };
    }
    const count = this.#random.next();
    return { kind: 'labels', labels: this.#labels(count < 0.45 ? 1 : count < 0.8 ? 2 : 3) };
  }

  #grant(): Grant {
    const onSource = this.#random.chance(0.75);
    const admin = this.#random.chance(0.4);
    const roleName = onSource
      ? admin
        ? 'Source Admin'
        : 'Source Read-only'
      : admin
        ? 'Unify and Engage Admin'
        : 'Unify and Engage Read-only';
    const scope = onSource ? this.#scope(this.#sources, 'SOURCE') : this.#scope(this.#spaces, 'SPACE');
    return { roleId: roleName, roleName, scope };
  }

  #grants(most: number): Grant[] {
    return Array.from({ length: 1 + this.#random.below(most) }, () => this.#grant());
  }

  #team(): number[] {
    const { groups } = this.size;
    const team = Array.from({ length: 1 + this.#random.below(5) }, () => {
      const draw = this.#random.next();
      if (draw < 0.25) return 0;
      if (draw < 0.375) return 1 % groups;
      return Math.floor(groups * this.#random.next() ** 2);
    });
    return [...new Set(team)];
  }

  build(hard: boolean): Snapshot {
    const { size } = this;
    const list = Array.from({ length: size.resources }, (_, number) => this.#resource(number));
    const templates = Array.from({ length: 2 * size.groups }, () => this.#team());
    const inGroup = Array.from({ length: size.groups }, (): string[] => []);
    const members = Array.from({ length: size.members }, (_, number): Member => {
      const id = `m${number}`;
      const team = !hard && this.#random.chance(0.6) ? this.#random.pick(templates) : this.#team();
      for (const at of team) inGroup[at]?.push(id);
      const owner = this.#random.chance(0.01);
      const grants = this.#random.chance(0.3) ? this.#grants(2) : [];
      const role = {
        roleId: 'Workspace Owner',
        roleName: 'Workspace Owner',
        scope: { kind: 'all' },
      } as const;
      return member(id, { grants: owner ? [...grants, role] : grants });
    });
    const groups = inGroup.map(
      (memberIds, number): Group => group(`g${number}`, { memberIds, grants: this.#grants(4) }),
    );
    const plan = { plan: 'business', hipaaEligible: null, actingToken: null, tokens: null } as const;
    const labels = KEYS.flatMap(([key, values]) =>
      Array.from({ length: values }, (_, value) => ({ key, value: `v${value}` })),
    );
    return buildSnapshot({ members, groups, labels, resources: list, beyondApi: plan });
  }
}

/** The made-up workspace of a size: always the same. `hard`: hardly two members have the same groups. */
export function buildWorkload(size: Size, hard = false): Snapshot {
  return new Workload(size).build(hard);
}
