import { describe, expect, it } from 'vitest';
import { buildDemo } from '../../../src-main/sandbox/demo/build-demo';
import { DELETED_SOURCE_ID } from '../../../src-main/sandbox/demo/edge-cases';
import type { Scale } from '../../../src-main/sandbox/demo/scale';
import type { Grant } from '../../../src-main/sandbox/state/grant';
import { labelText } from '../../../src-main/sandbox/state/label';
import { TokenStore } from '../../../src-main/sandbox/state/token-store';
import type { WorkspaceState } from '../../../src-main/sandbox/state/workspace-state';

const NOW = Date.UTC(2026, 5, 1);

function demo(scale: Scale = 'S') {
  const [northwind, maplecrest, foxglove] = buildDemo(scale, new TokenStore(), NOW).map(({ state }) => state);
  if (!northwind || !maplecrest || !foxglove) throw new Error('a workspace is missing');
  return { northwind, maplecrest, foxglove };
}

/** Everything in a workspace, as text. */
function contentOf(state: WorkspaceState): string {
  const { id, roles, labels, users, invites, groups, sources, destinations, warehouses, spaces } = state;
  const { trackingPlans, functions, audit } = state;
  const tables = [
    roles,
    labels,
    users,
    invites,
    groups,
    sources,
    destinations,
    warehouses,
    spaces,
    trackingPlans,
  ];
  const plain = (_: string, value: unknown): unknown => (value instanceof Set ? [...value] : value);
  const rows = [...tables, functions].map((table) => table.list());
  return JSON.stringify({ id, rows, audit: audit.find({}, 1000, NOW) }, plain);
}

function resourceCount(state: WorkspaceState): number {
  const { sources, destinations, warehouses, spaces, trackingPlans, functions } = state;
  const tables = [sources, destinations, warehouses, spaces, trackingPlans, functions];
  return 1 + tables.reduce((sum, table) => sum + table.size, 0);
}

function grantsOf(state: WorkspaceState): Grant[] {
  return [...state.users.list(), ...state.groups.list()].flatMap((holder) => holder.grants);
}

/** Grants whose labels are carried together by no source and no space. */
function matchless(state: WorkspaceState): Grant[] {
  const worn = [...state.sources.list(), ...state.spaces.list()].map(
    (row) => new Set(row.labels.map(labelText)),
  );
  return grantsOf(state).filter(({ scope }) => {
    if (scope.kind !== 'labels') return false;
    return !worn.some((texts) => scope.labels.every((label) => texts.has(labelText(label))));
  });
}

describe('the demo', () => {
  it('is the same at each start', () => {
    for (const scale of ['S', 'M'] as const) {
      const [one, two] = [demo(scale), demo(scale)];
      expect(contentOf(one.northwind)).toBe(contentOf(two.northwind));
      expect(contentOf(one.maplecrest)).toBe(contentOf(two.maplecrest));
      expect(contentOf(one.foxglove)).toBe(contentOf(two.foxglove));
    }
  });

  it('has a Business, a HIPAA eligible and a Free workspace of the promised sizes', () => {
    const { northwind, maplecrest, foxglove } = demo();
    expect(northwind).toMatchObject({ plan: 'business', hipaaEligible: false });
    expect([northwind.users.size, northwind.groups.size, resourceCount(northwind)]).toEqual([200, 20, 300]);
    expect(northwind.labels.size).toBe(12);
    expect(new Set(northwind.labels.list().map((label) => label.key)).size).toBe(4);
    expect(northwind.invites.size).toBe(6);
    expect(maplecrest).toMatchObject({ plan: 'business', hipaaEligible: true });
    expect(maplecrest.users.size).toBe(60);
    expect(foxglove).toMatchObject({ plan: 'free', hipaaEligible: false });
    expect(foxglove.users.size).toBe(6);
  });

  it('has people in several workspaces, one of them under an alias', () => {
    const { northwind, maplecrest, foxglove } = demo();
    const emails = [northwind, maplecrest, foxglove].map((state) =>
      state.users.list().map((user) => user.email),
    );
    const [inNorthwind = [], inMaplecrest = [], inFoxglove = []] = emails;
    expect(inNorthwind.filter((email) => inMaplecrest.includes(email)).length).toBeGreaterThanOrEqual(3);
    expect(inNorthwind.filter((email) => inFoxglove.includes(email)).length).toBeGreaterThanOrEqual(3);
    expect(inMaplecrest).toContain('ada.lindqvist+maplecrest@northwind.example');
    expect(inNorthwind).toContain('ada.lindqvist@northwind.example');
  });

  it('uses only addresses and names that reach nobody', () => {
    for (const state of Object.values(demo())) {
      for (const { email } of [...state.users.list(), ...state.invites.list()])
        expect(email).toMatch(/^[\w.+-]+@[\w-]+\.example$/);
      expect(contentOf(state).match(/https?:\/\/(?![\w.-]+\.(invalid|example)\b)/)).toBeNull();
    }
  });

  it('gives every id once', () => {
    const { northwind } = demo('M');
    const ids = [
      northwind.users,
      northwind.groups,
      northwind.sources,
      northwind.destinations,
      northwind.spaces,
    ].flatMap((table) => table.list().map((row) => row.id));
    expect(new Set(ids).size).toBe(ids.length);
    const slugs = northwind.sources.list().map((source) => source.slug);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  it('has resources of every kind and connections between them that hold', () => {
    for (const state of [demo().northwind, demo().maplecrest]) {
      for (const table of [
        state.sources,
        state.destinations,
        state.warehouses,
        state.spaces,
        state.trackingPlans,
      ]) {
        expect(table.size).toBeGreaterThan(0);
      }
      expect(new Set(state.functions.list().map((row) => row.resourceType)).size).toBeGreaterThanOrEqual(5);
      for (const { sourceId } of state.destinations.list()) expect(state.sources.has(sourceId)).toBe(true);
      for (const { sourceIds } of state.warehouses.list())
        for (const id of sourceIds) expect(state.sources.has(id)).toBe(true);
      for (const { trackingPlanId } of state.sources.list()) {
        if (trackingPlanId !== null) expect(state.trackingPlans.has(trackingPlanId)).toBe(true);
      }
      for (const { createdBy } of state.functions.list()) expect(state.users.has(createdBy)).toBe(true);
    }
  });

  it('keeps to the rules for labels everywhere', () => {
    for (const state of Object.values(demo('M'))) {
      for (const { labels } of [...state.sources.list(), ...state.spaces.list()]) {
        expect(new Set(labels.map((label) => label.key)).size).toBe(labels.length);
        for (const label of labels) expect(state.labels.has(labelText(label))).toBe(true);
      }
    }
  });

  it('has what an admin would look for', () => {
    const { northwind } = demo();
    const users = northwind.users.list();
    const named = (name: string) => users.filter((user) => user.name === name);
    const roleOf = (grant: Grant) => northwind.roles.get(grant.roleId)?.name;
    expect(
      users.filter((user) => user.grants.some((grant) => roleOf(grant) === 'Workspace Owner')),
    ).toHaveLength(3);
    expect(named('')).toHaveLength(1);
    expect(named('Maria Silva')).toHaveLength(2);
    expect(users.some((user) => user.name.length > 70)).toBe(true);
    expect(users.some((user) => user.grants.length === 0)).toBe(true);
    expect(
      users.some((user) => user.grants.every((grant) => roleOf(grant) === 'Minimal Workspace Access')),
    ).toBe(true);
    expect(northwind.groups.list().some((group) => group.userIds.size === 0)).toBe(true);
    expect(northwind.groups.list().some((group) => group.invitedEmails.size > 0)).toBe(true);
    expect(northwind.groups.list().some((group) => group.name.length > 90)).toBe(true);
    const scopes = grantsOf(northwind).map((grant) => grant.scope);
    expect(scopes.some((scope) => scope.kind === 'list' && scope.ids.includes(DELETED_SOURCE_ID))).toBe(true);
    expect(northwind.sources.has(DELETED_SOURCE_ID)).toBe(false);
    expect(matchless(northwind).length).toBeGreaterThan(0);
    const used = new Set(
      scopes.flatMap((scope) => (scope.kind === 'labels' ? scope.labels.map(labelText) : [])),
    );
    for (const row of [...northwind.sources.list(), ...northwind.spaces.list()])
      for (const label of row.labels) used.add(labelText(label));
    expect(
      northwind.labels
        .list()
        .map(labelText)
        .filter((text) => !used.has(text)),
    ).toEqual(['product:wholesale']);
    expect(
      northwind.sources.list().some((source) => source.metadata.categories.includes('Reverse ETL')),
    ).toBe(true);
    const spaces = northwind.spaces.list().map((space) => `Engage (${space.name})`);
    expect(northwind.sources.list().some((source) => spaces.includes(source.name))).toBe(true);
    expect(northwind.sources.list().some((source) => source.labels.length === 0)).toBe(true);
    expect(northwind.roles.list().map((role) => role.name)).toContain('Northwind Data Steward');
    expect(grantsOf(northwind).some((grant) => roleOf(grant) === 'PII Access')).toBe(true);
    expect(scopes.some((scope) => scope.kind === 'labels' && scope.labels.length > 1)).toBe(true);
  });

  it('spells some roles otherwise than the newest pages, and gives each workspace its own role ids', () => {
    const { northwind, maplecrest, foxglove } = demo();
    const names = (state: WorkspaceState) => state.roles.list().map((role) => role.name);
    expect(names(maplecrest)).toContain('Warehouse Admin');
    expect(names(northwind)).toContain('Functions Read-only');
    expect(names(foxglove)).toHaveLength(5);
    const ids = [northwind, maplecrest, foxglove].flatMap((state) =>
      state.roles.list().map((role) => role.id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the big workspaces', () => {
  it.each([
    ['M', 5_000, 5_000, 300],
    ['L', 20_000, 20_000, 1_000],
  ] as const)('%s has %i members, %i resources, %i groups', (scale, members, resources, groups) => {
    const { northwind, maplecrest } = demo(scale);
    expect([northwind.users.size, resourceCount(northwind), northwind.groups.size]).toEqual([
      members,
      resources,
      groups,
    ]);
    expect(maplecrest.users.size).toBe(60);
  });

  it('keep the shares that are measured against', () => {
    const { northwind } = demo('M');
    const share = (part: number, whole: number) => Math.round((100 * part) / whole);
    expect(share(northwind.sources.size, 5000)).toBe(55);
    expect(share(northwind.destinations.size, 5000)).toBe(20);
    expect(northwind.labels.size).toBe(71);
    const scopes = northwind.groups.list().flatMap((group) => group.grants.map((grant) => grant.scope));
    const shareOf = (kind: string) =>
      share(scopes.filter((scope) => scope.kind === kind).length, scopes.length);
    expect(Math.abs(shareOf('labels') - 60)).toBeLessThan(8);
    expect(Math.abs(shareOf('list') - 25)).toBeLessThan(8);
    expect(Math.abs(shareOf('all') - 15)).toBeLessThan(8);
    const memberships = northwind.groups.list().reduce((sum, group) => sum + group.userIds.size, 0);
    expect(memberships / 5000).toBeGreaterThan(2);
    expect(memberships / 5000).toBeLessThan(4);
    expect(Math.max(...northwind.groups.list().map((group) => group.userIds.size))).toBeGreaterThan(1000);
  });
});
