import { listSchemas } from '@contract/lists';
import type { Snapshot } from '@contract/snapshot';
import { describe, expect, it } from 'vitest';
import { createListIndex, preparations } from '../../../src-main/lists/list-index';
import {
  type Query,
  queryGroups,
  queryLabels,
  queryMembers,
  queryResources,
  queryRoles,
  queryTokens,
} from '../../../src-main/lists/queries';
import {
  buildSnapshot,
  FIXED_FINGERPRINT,
  grant,
  group,
  label,
  member,
  resources,
  scopes,
} from '../../fixtures/snapshot';

const everything = { text: '', sort: null, offset: 0, limit: 100 };

const indexOf = (parts: Partial<Snapshot>) => createListIndex(buildSnapshot(parts));
const members = (parts: Partial<Snapshot>, question: Partial<Query<'members'>> = {}) =>
  listSchemas.members.output.parse(queryMembers(indexOf(parts), { ...everything, show: 'all', ...question }));
const resourcePage = (parts: Partial<Snapshot>, question: Partial<Query<'resources'>> = {}) =>
  listSchemas.resources.output.parse(
    queryResources(indexOf(parts), { ...everything, types: [], label: null, ...question }),
  );
const labelPage = (parts: Partial<Snapshot>) =>
  listSchemas.labels.output.parse(queryLabels(indexOf(parts), everything));

describe('members', () => {
  const people: Partial<Snapshot> = {
    members: [
      member('ada', { grants: [grant('Workspace Owner')] }),
      member('ben', { name: '', grants: [grant('Source Admin', scopes.sources('s'))] }),
      member('cid', { grants: null }),
    ],
    invites: [{ email: 'New@example.com' }],
    groups: [
      group('g', { memberIds: ['ben'], invitedEmails: ['new@EXAMPLE.com'], grants: [grant('PII Access')] }),
    ],
    unknowns: [{ subject: 'memberGrants', id: 'cid', reason: 'The answer was cut off.' }],
  };

  it('come with pending invites, sorted by what they are called', () => {
    const page = members(people);
    expect(page).toMatchObject({
      fingerprint: FIXED_FINGERPRINT,
      total: 4,
      matched: 4,
      offset: 0,
      unknown: null,
    });
    expect(page.rows).toEqual([
      {
        kind: 'member',
        id: 'ben',
        name: '',
        email: 'ben@example.com',
        owner: false,
        roles: ['Source Admin', 'PII Access'],
        rolesComplete: true,
        groups: 1,
        directGrants: 1,
        reach: null,
      },
      {
        kind: 'member',
        id: 'ada',
        name: 'Name ada',
        email: 'ada@example.com',
        owner: true,
        roles: ['Workspace Owner'],
        rolesComplete: true,
        groups: 0,
        directGrants: 1,
        reach: null,
      },
      {
        kind: 'member',
        id: 'cid',
        name: 'Name cid',
        email: 'cid@example.com',
        owner: null,
        roles: null,
        rolesComplete: false,
        groups: 0,
        directGrants: null,
        reach: null,
      },
      {
        kind: 'invite',
        id: 'New@example.com',
        name: '',
        email: 'New@example.com',
        owner: null,
        roles: null,
        rolesComplete: false,
        groups: 1,
        directGrants: null,
        reach: null,
      },
    ]);
  });

  it.each([
    ['all', ['ben', 'ada', 'cid', 'New@example.com']],
    ['members', ['ben', 'ada', 'cid']],
    ['invites', ['New@example.com']],
    ['owners', ['ada']],
  ] as const)('shows %s', (show, ids) => {
    const page = members(people, { show });
    expect(page.rows.map(({ id }) => id)).toEqual(ids);
    expect(page).toMatchObject({
      total: 4,
      matched: ids.length,
      counts: { members: 3, invites: 1, owners: 1 },
    });
  });

  it('are searched within the choice', () => {
    expect(members(people, { show: 'members', text: 'example.com' }).matched).toBe(3);
    expect(members(people, { show: 'invites', text: 'ada' }).matched).toBe(0);
  });

  it('have no number of groups while groups are unknown', () => {
    const unread = members({ ...people, groups: [], unknowns: [{ subject: 'groups', reason: 'Refused.' }] });
    expect(unread.rows.map(({ groups }) => groups)).toEqual([null, null, null, null]);
    const hidden = members({ ...people, groups: [group('g', { invitedEmails: null })] });
    expect(hidden.rows.find(({ kind }) => kind === 'invite')?.groups).toBeNull();
    expect(hidden.rows.find(({ id }) => id === 'ada')?.groups).toBe(0);
  });

  it('say why a list could not be read', () => {
    const unread = {
      ...people,
      invites: [],
      unknowns: [{ subject: 'invites', reason: 'The invites failed.' } as const],
    };
    expect(members(unread).unknown).toBe('The invites failed.');
    expect(members(unread, { show: 'invites' }).unknown).toBe('The invites failed.');
    expect(members(unread, { show: 'members' }).unknown).toBeNull();
  });
});

describe('groups', () => {
  it('count what was read, and nothing else', () => {
    const index = indexOf({
      groups: [
        group('a', {
          memberIds: ['m', 'n'],
          memberCount: 3,
          invitedEmails: ['x@example.com'],
          grants: [grant('X')],
        }),
        group('b', { memberIds: null, invitedEmails: null, grants: null, memberCount: 7 }),
      ],
    });
    const page = listSchemas.groups.output.parse(queryGroups(index, everything));
    expect(page.rows).toEqual([
      { id: 'a', name: 'Group a', members: 2, invited: 1, roles: ['X'], grants: 1, reach: null },
      { id: 'b', name: 'Group b', members: null, invited: null, roles: null, grants: null, reach: null },
    ]);
  });

  it('say why they could not be read', () => {
    const index = indexOf({ unknowns: [{ subject: 'groups', reason: 'Refused.' }] });
    expect(queryGroups(index, everything)).toMatchObject({ total: 0, rows: [], unknown: 'Refused.' });
  });
});

describe('resources', () => {
  const world: Partial<Snapshot> = {
    resources: [
      resources.source('s1', 'env:prod', 'brand:a'),
      resources.source('s2'),
      resources.destination('d1', 's1'),
      resources.destination('d2', 'lost'),
      resources.warehouse('w1'),
      resources.space('p1'),
      resources.space('p2', ['env:prod']),
      resources.trackingPlan('t1'),
      resources.function('f1'),
    ],
  };
  const ids = (question: Partial<Query<'resources'>>) =>
    resourcePage(world, question).rows.map(({ id }) => id);
  const row = (id: string) => resourcePage(world, { text: id }).rows.find((one) => one.id === id);

  it('are counted by kind', () => {
    expect(resourcePage(world)).toMatchObject({
      total: 9,
      matched: 9,
      unknown: null,
      unreadable: [],
      byType: { SOURCE: 2, DESTINATION: 2, WAREHOUSE: 1, SPACE: 2, TRACKING_PLAN: 1, FUNCTION: 1 },
    });
  });

  it('are chosen by kind and by label', () => {
    expect(ids({ types: ['SPACE', 'FUNCTION'] })).toEqual(['f1', 'p1', 'p2']);
    expect(ids({ label: label('env:prod') })).toEqual(['s1', 'p2']);
    expect(ids({ label: label('env:prod'), types: ['SPACE'] })).toEqual(['p2']);
    expect(ids({ label: label('env:stage') })).toEqual([]);
    expect(ids({ types: ['SOURCE'], text: 's2' })).toEqual(['s2']);
  });

  it('are sorted by kind as the kinds are listed', () => {
    expect(ids({ sort: { column: 'type', direction: 'ascending' } })).toEqual([
      's1',
      's2',
      'd1',
      'd2',
      'w1',
      'p1',
      'p2',
      't1',
      'f1',
    ]);
  });

  it('tell unknown labels from none and from those that cannot be', () => {
    expect(row('p1')).toMatchObject({ labels: null, canCarryLabels: true });
    expect(row('s2')).toMatchObject({ labels: [], canCarryLabels: true });
    expect(row('w1')).toMatchObject({ labels: [], canCarryLabels: false, detail: 'BigQuery' });
    expect(row('s1')).toMatchObject({ labels: [label('env:prod'), label('brand:a')] });
  });

  it('name the source of a destination, if it is there', () => {
    expect(row('d1')?.source).toEqual({ id: 's1', name: 'Source s1' });
    expect(row('d2')?.source).toEqual({ id: 'lost', name: null });
    expect(row('s1')?.source).toBeNull();
  });

  it('say which kinds could not be read, and are unknown when no kind asked for could', () => {
    const unread: Partial<Snapshot> = {
      resources: [resources.source('s1')],
      unknowns: [
        { subject: 'spaces', reason: 'No spaces here.' },
        { subject: 'functions', reason: 'Refused.' },
        { subject: 'warehouses', id: 'w1', reason: 'Only this one.' },
      ],
    };
    const page = resourcePage(unread);
    expect(page.unreadable).toEqual([
      { type: 'SPACE', reason: 'No spaces here.' },
      { type: 'FUNCTION', reason: 'Refused.' },
    ]);
    expect(page.byType).toMatchObject({ SOURCE: 1, SPACE: null, FUNCTION: null, WAREHOUSE: 0 });
    expect(page.unknown).toBeNull();
    expect(resourcePage(unread, { types: ['SPACE', 'FUNCTION'] }).unknown).toBe('No spaces here. Refused.');
    expect(resourcePage(unread, { types: ['SPACE', 'SOURCE'] }).unknown).toBeNull();
  });
});

describe('labels', () => {
  const world: Partial<Snapshot> = {
    labels: [{ ...label('env:prod'), description: 'Live' }],
    members: [member('m', { grants: [grant('Source Admin', scopes.labels('env:prod', 'brand:z'))] })],
    groups: [
      group('g', {
        grants: [grant('Source Admin', scopes.labels('env:prod')), grant('X', scopes.labels('env:prod'))],
      }),
    ],
    resources: [resources.source('s', 'env:prod', 'team:b'), resources.space('p', ['env:prod'])],
  };

  it('are counted where they are used, those too that the list lacks', () => {
    expect(labelPage(world).rows).toEqual([
      {
        key: 'brand',
        value: 'z',
        description: '',
        sources: 0,
        spaces: 0,
        memberGrants: 1,
        groupGrants: 0,
        people: null,
      },
      {
        key: 'env',
        value: 'prod',
        description: 'Live',
        sources: 1,
        spaces: 1,
        memberGrants: 1,
        groupGrants: 2,
        people: null,
      },
      {
        key: 'team',
        value: 'b',
        description: '',
        sources: 1,
        spaces: 0,
        memberGrants: 0,
        groupGrants: 0,
        people: null,
      },
    ]);
  });

  it('have no number of spaces as soon as one space keeps its labels to itself', () => {
    const hidden = labelPage({
      ...world,
      resources: [resources.space('p', ['env:prod']), resources.space('q')],
    });
    expect(hidden.rows.map(({ spaces }) => spaces)).toEqual([null, null]);
    const unread = labelPage({ ...world, unknowns: [{ subject: 'spaces', reason: 'No.' }] });
    expect(unread.rows.map(({ spaces }) => spaces)).toEqual([null, null, null]);
  });
});

describe('roles', () => {
  it('count who holds them, those too that the list lacks', () => {
    const index = indexOf({
      roles: [
        { id: 'r1', name: 'Source admin', description: 'Edits sources.' },
        { id: 'r2', name: 'Night Porter', description: '' },
      ],
      members: [
        member('m', {
          grants: [
            { roleId: 'r1', roleName: 'Source admin', scope: scopes.sources('a') },
            { roleId: 'r1', roleName: 'Source admin', scope: scopes.sources('b') },
          ],
        }),
      ],
      groups: [
        group('g', {
          memberIds: ['m'],
          grants: [{ roleId: 'r9', roleName: 'PII Access', scope: scopes.all }],
        }),
      ],
    });
    expect(listSchemas.roles.output.parse(queryRoles(index, everything)).rows).toEqual([
      { id: 'r2', name: 'Night Porter', description: '', members: 0, groups: 0, known: false },
      { id: 'r9', name: 'PII Access', description: '', members: 0, groups: 1, known: true },
      { id: 'r1', name: 'Source admin', description: 'Edits sources.', members: 1, groups: 0, known: true },
    ]);
  });
});

describe('tokens', () => {
  const token = {
    id: 't1',
    description: 'Nightly',
    role: 'Owner',
    type: 'PUBLIC_API',
    createdBy: 'ada',
    createdAt: '2026-01-05T00:00:00Z',
  } as const;

  it('mark the one that Gatehouse uses', () => {
    const index = indexOf({
      beyondApi: {
        plan: null,
        hipaaEligible: null,
        actingToken: { id: 't1', role: 'Owner', createdBy: 'ada' },
        tokens: [token, { ...token, id: 't2', description: 'Other', createdAt: '2025-12-31T00:00:00Z' }],
      },
    });
    const page = listSchemas.tokens.output.parse(
      queryTokens(index, { ...everything, sort: { column: 'createdAt', direction: 'ascending' } }),
    );
    expect(page.rows.map(({ id, ours }) => [id, ours])).toEqual([
      ['t2', false],
      ['t1', true],
    ]);
    expect(page.unknown).toBeNull();
  });

  it('are unknown with a reason where the workspace does not show them', () => {
    expect(queryTokens(indexOf({}), everything)).toMatchObject({ rows: [], total: 0 });
    expect(queryTokens(indexOf({}), everything).unknown).toMatch(/Public API/);
    const told = indexOf({ unknowns: [{ subject: 'tokens', reason: 'Owners only.' }] });
    expect(queryTokens(told, everything).unknown).toBe('Owners only.');
  });
});

describe('preparing an index', () => {
  it('changes no answer', () => {
    const parts = { members: [member('b'), member('a')], resources: [resources.source('s', 'env:prod')] };
    const prepared = indexOf(parts);
    for (const step of preparations(prepared)) step();
    const question = { ...everything, show: 'all', text: 'name' } as const;
    expect(queryMembers(prepared, question)).toEqual(queryMembers(indexOf(parts), question));
  });
});
