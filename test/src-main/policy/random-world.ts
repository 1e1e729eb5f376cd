import type { Grant, LabelRef, Resource, Snapshot, Unknown } from '@contract/snapshot';
import { catalogueRoles } from '../../../src-main/policy/catalogue/catalogue';
import { buildSnapshot, grant, group, label, member, resources } from '../../fixtures/snapshot';

/** Mulberry32: the same numbers for the same seed everywhere. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}

const LABELS = ['env:prod', 'env:dev', 'brand:a', 'brand:b', 'team:web'];
const ROLE_NAMES = [...catalogueRoles.map(({ name }) => name), 'Night Porter'];
const LISTABLE = ['SOURCE', 'SPACE', 'WAREHOUSE', 'FUNCTION'] as const;

function someLabels(random: Random): string[] {
  const keys = new Map(LABELS.filter(() => random.chance(0.4)).map((text) => [text.split(':')[0], text]));
  return [...keys.values()];
}

/** A grant of any role over any scope, sensible or not. */
export function randomGrant(random: Random): Grant {
  const role = random.chance(0.5)
    ? random.pick(['Source Admin', 'Source Read-only', 'Unify and Engage Read-only', 'PII Access'])
    : random.pick(ROLE_NAMES);
  const kind = random.below(10);
  if (kind < 3) return grant(role);
  if (kind < 6) {
    const labels: LabelRef[] = [random.pick(LABELS), ...someLabels(random)].map(label);
    return grant(role, { kind: 'labels', labels });
  }
  if (kind === 9) return grant(role, { kind: 'unknown', reason: 'unclear' });
  const type = role.startsWith('Source')
    ? 'SOURCE'
    : role.startsWith('Warehouse')
      ? 'WAREHOUSE'
      : random.pick(LISTABLE);
  const named = Array.from({ length: 1 + random.below(2) }, () => ({
    type,
    id: `${type[0]}${random.below(3)}`,
  }));
  return grant(role, { kind: 'list', resources: named });
}

/** A resource of any kind. Sources S0…, spaces P0…, and so on: few ids, so that they meet. */
export function randomResource(random: Random, number: number): Resource {
  switch (random.below(7)) {
    case 0:
    case 1:
      return resources.source(`S${number}`, ...someLabels(random));
    case 2:
      return resources.space(`S${number}`, random.chance(0.3) ? null : someLabels(random));
    case 3:
      return resources.destination(`D${number}`, `S${random.below(4)}`);
    case 4:
      return resources.warehouse(`W${number}`);
    case 5:
      return resources.trackingPlan(`T${number}`);
    default:
      return resources.function(`F${number}`);
  }
}

/** A small workspace in which much is odd: unread lists, unknown roles, hidden labels. */
export function randomWorld(seed: number): Snapshot {
  const random = new Random(seed);
  const grants = (most: number) => Array.from({ length: random.below(most + 1) }, () => randomGrant(random));
  const members = Array.from({ length: 4 }, (_, number) =>
    member(`m${number}`, { grants: random.chance(0.06) ? null : grants(3) }),
  );
  const groups = Array.from({ length: 3 }, (_, number) => {
    const memberIds = members.filter(() => random.chance(0.4)).map(({ id }) => id);
    return group(`g${number}`, {
      memberIds: random.chance(0.06) ? null : memberIds,
      memberCount: memberIds.length,
      grants: random.chance(0.06) ? null : grants(2),
    });
  });
  const unknowns: Unknown[] = [];
  if (random.chance(0.03)) unknowns.push({ subject: 'groups', reason: 'Groups could not be read.' });
  if (random.chance(0.1)) unknowns.push({ subject: 'functions', id: 'F3', reason: 'No id.' });
  return buildSnapshot({
    members,
    groups,
    unknowns,
    labels: LABELS.map(label),
    resources: Array.from({ length: 8 }, (_, number) => randomResource(random, number)),
    beyondApi: { plan: 'business', hipaaEligible: null, actingToken: null, tokens: null },
  });
}
