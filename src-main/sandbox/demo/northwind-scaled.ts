import type { Grant, ListType } from '../state/grant';
import type { RoleKind } from '../state/role';
import type { Group, WorkspaceState } from '../state/workspace-state';
import { addEdgeCases } from './edge-cases';
import { addInvites, addNorthwindPeople, NORTHWIND_DOMAIN, startNorthwind } from './northwind';
import { PeopleMaker } from './people';
import { fillResources, type ResourceStyle } from './resource-filler';
import { resourceCounts, type Size } from './scale';
import type { WorkspaceBuilder } from './workspace-builder';

const BRANDS =
  'fjord ember juniper aurora basalt cedar drift ecru flint gale harbour isle jasper kelp lumen moss nettle onyx pine quartz';
const REGIONS = 'emea amer apac nordics dach iberia benelux anz';
const PRODUCTS = `shop loyalty checkout returns search gifts wholesale rental repair outlet app kiosk newsletter referral
reviews wishlist stores delivery pickup subscriptions fitting styling events travel camping running cycling skiing
climbing fishing kids shoes tents maps insurance trade-in fleet catering academy labs`;

const KEYS = { environment: 'prod dev stage', brand: BRANDS, region: REGIONS, product: PRODUCTS };

/** Every label of the big workspace, by key: 3, 20, 8 and 40 values. */
function addLabels(builder: WorkspaceBuilder): string[][] {
  return Object.entries(KEYS).map(([key, values]) =>
    values.split(/\s+/).map((value) => {
      const text = `${key}:${value}`;
      if (!builder.state.labels.has(text)) builder.addLabel(key, value);
      return text;
    }),
  );
}

/**
 * Makes grants in the shares that were measured against: 15% all, 25% lists of
 * 1 to 20, 60% labels (one, two or three of them in 45, 35 and 20%; sources
 * three times as often as spaces); four in ten are admin.
 */
class GrantMaker {
  readonly #builder: WorkspaceBuilder;
  readonly #labelsByKey: ReadonlyArray<readonly string[]>;
  readonly #ids: Readonly<Record<ListType, readonly string[]>>;

  constructor(builder: WorkspaceBuilder, labelsByKey: ReadonlyArray<readonly string[]>) {
    this.#builder = builder;
    this.#labelsByKey = labelsByKey;
    const { sources, spaces, functions, warehouses } = builder.state;
    this.#ids = {
      SOURCE: sources.list().map((row) => row.id),
      SPACE: spaces.list().map((row) => row.id),
      FUNCTION: functions.list().map((row) => row.id),
      WAREHOUSE: warehouses.list().map((row) => row.id),
    };
  }

  next(): Grant {
    const { random } = this.#builder;
    const admin = random.chance(0.4);
    const dice = random.next();
    if (dice < 0.15) return this.#all(admin);
    if (dice < 0.4) return this.#list(admin);
    return this.#labels(admin);
  }

  #all(admin: boolean): Grant {
    const choices: readonly RoleKind[] = admin
      ? [
          'sourceAdmin',
          'engageAdmin',
          'functionAdmin',
          'trackingPlanAdmin',
          'warehouseAdmin',
          'entitiesAdmin',
        ]
      : ['sourceRead', 'engageRead', 'functionRead', 'trackingPlanRead', 'warehouseRead', 'piiAccess'];
    return this.#builder.all(this.#builder.random.pickEarly(choices));
  }

  #list(admin: boolean): Grant {
    const { random } = this.#builder;
    const choices: ReadonlyArray<readonly [ListType, RoleKind]> = admin
      ? [
          ['SOURCE', 'sourceAdmin'],
          ['SPACE', 'engageAdmin'],
          ['FUNCTION', 'functionAdmin'],
          ['WAREHOUSE', 'warehouseAdmin'],
        ]
      : [
          ['SOURCE', 'sourceRead'],
          ['SPACE', 'engageUser'],
          ['FUNCTION', 'functionRead'],
          ['WAREHOUSE', 'warehouseRead'],
        ];
    const [type, kind] = random.pickEarly(choices);
    return this.#builder.list(kind, type, random.sample(this.#ids[type], random.between(1, 20)));
  }

  #labels(admin: boolean): Grant {
    const { random } = this.#builder;
    const dice = random.next();
    const count = dice < 0.45 ? 1 : dice < 0.8 ? 2 : 3;
    const texts = random.sample(this.#labelsByKey, count).map((values) => random.pickEarly(values));
    const onSource = random.chance(0.75);
    if (onSource) return this.#builder.byLabels(admin ? 'sourceAdmin' : 'sourceRead', ...texts);
    return this.#builder.byLabels(admin ? 'engageAdmin' : 'engageRead', ...texts);
  }
}

/** The groups of one member: 1 to 5, the first two everybody's more often, the rest skewed to the big ones. */
function someGroups(builder: WorkspaceBuilder, groups: readonly Group[]): Group[] {
  const { random } = builder;
  const [everybody, most] = groups;
  const chosen = new Set<Group>();
  const wanted = Math.min(random.between(1, 5), groups.length);
  if (everybody !== undefined && random.chance(0.25)) chosen.add(everybody);
  if (most !== undefined && random.chance(0.125)) chosen.add(most);
  while (chosen.size < wanted) chosen.add(random.pickEarly(groups, 1.6));
  return [...chosen];
}

function addMembers(
  builder: WorkspaceBuilder,
  size: Size,
  groups: readonly Group[],
  grants: GrantMaker,
): void {
  const { random, state } = builder;
  const people = new PeopleMaker(state, NORTHWIND_DOMAIN);
  const templates = Array.from({ length: 2 * groups.length }, () => someGroups(builder, groups));
  while (state.users.size < size.members) {
    const own = [builder.all('member')];
    if (random.chance(0.01)) own.push(builder.all('owner'));
    if (random.chance(0.3)) own.push(grants.next());
    if (own.length > 1 && random.chance(0.5)) own.push(grants.next());
    const user = builder.user(people.next(), ...own);
    const joins = random.chance(0.6) ? random.pickEarly(templates) : someGroups(builder, groups);
    for (const group of joins) group.userIds.add(user.id);
  }
}

/** Northwind grown big, for measuring: the same owners, tokens and edge cases, the rest in fixed shares. */
export function buildScaledNorthwind(size: Size): WorkspaceState {
  const builder = startNorthwind();
  const labelsByKey = addLabels(builder);
  addNorthwindPeople(builder);
  const style: ResourceStyle = {
    company: 'Northwind',
    leadKey: 'brand',
    labelsByKey,
    never: (texts) => texts.includes('brand:ember') && texts.includes('region:apac'),
    subjects: ['payments', 'catalogue', 'store locator', 'consent', 'pricing'],
    audiences: ['customers', 'newsletter readers', 'members', 'households', 'trial shoppers'],
    databases: ['analytics', 'growth', 'finance', 'product', 'archive', 'experiments'],
  };
  fillResources(builder, resourceCounts(size.resources - 1), style);
  const grants = new GrantMaker(builder, labelsByKey);
  // Three of the groups come with the edge cases.
  const groups = Array.from({ length: size.groups - 3 }, (_, index) => {
    const [brand, region] = [builder.random.pick(BRANDS.split(' ')), builder.random.pick(REGIONS.split(' '))];
    const held = Array.from({ length: builder.random.between(1, 4) }, () => grants.next());
    return builder.group(`${brand} ${region} team ${index + 1}`, ...held);
  });
  addEdgeCases(builder, NORTHWIND_DOMAIN);
  addInvites(builder);
  addMembers(builder, size, groups, grants);
  return builder.state;
}
