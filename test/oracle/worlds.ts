import type { Grant, Resource, Scope, Snapshot, Unknown } from '@contract/snapshot';
import { buildSnapshot, group, label, member, resources } from '../fixtures/snapshot';
import type { Random } from '../src-main/policy/random-world';
import { catalogueRoles } from './roles';

/** The labels that random resources wear and random grants name. */
export const LABELS = ['env:prod', 'env:dev', 'brand:a', 'brand:b', 'team:web'];

/** Role names as pages and workspaces spell them, one of them known by its id alone, one by nobody. */
const SPELLINGS = [
  'source admin',
  'SOURCE  READ-ONLY',
  'Engage Admin',
  'Unify Read-only Engage User',
  'Warehouse Admin.',
  'Functions Admin',
  'Our own name for it',
  'Night Porter',
];
const USUAL = [
  'Source Admin',
  'Source Read-only',
  'Unify and Engage Admin',
  'Unify and Engage Read-only',
  'Warehouse Destination Admin',
  'Function Admin',
  'PII Access',
];
const TYPES = ['SOURCE', 'SPACE', 'WAREHOUSE', 'FUNCTION'] as const;

/** `count` items made one by one. */
function many<Item>(count: number, make: (at: number) => Item): Item[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

/** One value for each key at most. */
function worn(random: Random): string[] {
  const byKey = new Map<string, string>();
  for (const text of LABELS) {
    if (random.chance(0.4)) byKey.set(label(text).key, text);
  }
  return [...byKey.values()];
}

function randomScope(random: Random, roleName: string): Scope {
  const kind = random.below(12);
  if (kind < 3) return { kind: 'all' };
  if (kind === 3) return { kind: 'unknown', reason: 'The answer was unclear.' };
  if (kind < 8) {
    return { kind: 'labels', labels: many(1 + random.below(2), () => label(random.pick(LABELS))) };
  }
  const own = TYPES.find((type) => roleName.toUpperCase().startsWith(type)) ?? random.pick(TYPES);
  return {
    kind: 'list',
    resources: many(1 + random.below(2), () => {
      const type = random.chance(0.1) ? random.pick(TYPES) : own;
      return { type, id: `${type.toLowerCase()}${random.below(4)}` };
    }),
  };
}

/** A grant of any role over any scope, sensible or not. */
export function anyGrant(random: Random): Grant {
  const from = random.below(10);
  const roleName =
    from < 5
      ? random.pick(USUAL)
      : from < 6
        ? random.pick(SPELLINGS)
        : random.pick(catalogueRoles.map(({ name }) => name));
  return { roleId: `role ${roleName}`, roleName, scope: randomScope(random, roleName) };
}

/** Up to four grants, now and then an equal one twice; rarely none that could be read. */
function grants(random: Random, unreadable: number): Grant[] | null {
  if (random.chance(unreadable)) return null;
  const list = many(random.below(6), () => anyGrant(random));
  if (list.length > 0 && random.chance(0.3)) list.push(structuredClone(random.pick(list)));
  return list;
}

/** A new resource of any type; some spaces have sources of their own, some destinations hang in the air. */
export function anyResource(random: Random, number: number): Resource {
  const at = String(number);
  switch (random.below(7)) {
    case 0:
      return resources.destination(`destination${at}`, `source${random.below(5)}`);
    case 1:
      return resources.warehouse(`warehouse${at}`);
    case 2:
      return resources.space(`space${at}`, random.chance(0.3) ? null : worn(random));
    case 3:
      return resources.trackingPlan(`plan${at}`);
    case 4:
      return resources.function(`function${at}`);
    default: {
      const name = random.chance(0.4) ? `Engage (Space space${random.below(4)})` : `Source source${at}`;
      return { ...resources.source(`source${at}`, ...worn(random)), name };
    }
  }
}

/** What could not be seen, seldom. */
function blindSpots(random: Random): Unknown[] {
  const unknowns: Unknown[] = [];
  const reason = 'The list did not load.';
  for (const subject of ['members', 'sources', 'warehouses', 'roles', 'labels'] as const) {
    if (random.chance(0.05)) unknowns.push({ subject, reason });
  }
  if (random.chance(0.02)) unknowns.push({ subject: 'groups', reason });
  if (random.chance(0.2)) unknowns.push({ subject: 'functions', id: `function${random.below(4)}`, reason });
  if (random.chance(0.1)) unknowns.push({ subject: 'groups', id: 'g0', reason });
  return unknowns;
}

/** A small workspace in which every rule of SPEC about access has something to bite on. */
export function anyWorld(random: Random): Snapshot {
  const members = many(2 + random.below(4), (at) => member(`m${at}`, { grants: grants(random, 0.03) }));
  const byId = new Map<string, Resource>();
  for (const resource of many(10, () => anyResource(random, random.below(4))))
    byId.set(resource.id, resource);
  const isInvited = random.chance(0.5);
  const groups = many(random.below(4), (at) => {
    const memberIds = members.map(({ id }) => id).filter(() => random.chance(0.4));
    const unread = random.chance(0.05);
    const invitedEmails = random.chance(0.05)
      ? null
      : isInvited && random.chance(0.5)
        ? ['guest@example.com']
        : [];
    return group(`g${at}`, {
      grants: grants(random, 0.03),
      memberIds: unread ? null : memberIds,
      memberCount: unread ? random.below(2) : memberIds.length + (invitedEmails ?? []).length,
      invitedEmails,
    });
  });
  return buildSnapshot({
    members,
    groups,
    invites: isInvited ? [{ email: 'guest@example.com' }] : [],
    labels: LABELS.map(label),
    roles: [{ id: 'role Our own name for it', name: 'Source Admin', description: '' }],
    resources: [...byId.values()],
    unknowns: blindSpots(random),
    beyondApi: { plan: 'business', hipaaEligible: null, actingToken: null, tokens: null },
  });
}
