import { personSchemas } from '@contract/persons';
import type { Snapshot } from '@contract/snapshot';
import { beforeEach, describe, expect, it } from 'vitest';
import { createListIndex } from '../../../src-main/lists/list-index';
import type { PersonSource } from '../../../src-main/persons/directory';
import { type Decisions, joinAddresses, keepApart, UNDECIDED } from '../../../src-main/persons/identities';
import { createPersons } from '../../../src-main/persons/persons';
import { buildSnapshot, grant, group, member, scopes } from '../../fixtures/snapshot';

const NORTH = '11111111-1111-4111-8111-111111111111';
const SOUTH = '22222222-2222-4222-8222-222222222222';
const EAST = '33333333-3333-4333-8333-333333333333';
const AT = '2026-11-24T09:00:00.000Z';

function source(key: string, workspaceName: string, parts: Partial<Snapshot>): PersonSource {
  return {
    key,
    workspaceName,
    index: createListIndex(buildSnapshot(parts)),
  };
}

const north = source(NORTH, 'North', {
  members: [
    member('n-ann', { name: 'Ann Lee', email: 'ann@mail.example', grants: [grant('Workspace Owner')] }),
    member('n-bob', { name: 'Bob Day', email: 'bob@mail.example' }),
  ],
  groups: [
    group('n-g', {
      name: 'Analysts',
      memberIds: ['n-ann'],
      grants: [grant('Source Admin', scopes.labels('env:prod'))],
    }),
  ],
});
const south = source(SOUTH, 'South', {
  members: [
    member('s-ann', { name: 'Ann Lee', email: 'ANN@mail.example' }),
    member('s-alias', { name: 'Ann L.', email: 'ann+south@mail.example' }),
    member('s-bob', { name: 'Bob Day', email: 'b.day@other.example' }),
  ],
  invites: [{ email: 'bob@mail.example' }],
  groups: [group('s-g', { name: 'Growth', memberIds: [], invitedEmails: ['bob@mail.example'] })],
});
const east = source(EAST, 'East', {
  members: [],
  unknowns: [{ subject: 'members', reason: 'The list could not be read (403).' }],
});

let decided: Decisions = UNDECIDED;
const hipaa = new Map<string, boolean | null>();
const persons = createPersons({
  sources: () => [north, south, east],
  connected: () => [
    { key: NORTH, name: 'North' },
    { key: SOUTH, name: 'South' },
    { key: EAST, name: 'East' },
  ],
  decisions: () => decided,
  eligible: (key) => hipaa.get(key) ?? null,
});
beforeEach(() => {
  decided = UNDECIDED;
  hipaa.clear();
});

const ask = { text: '', show: 'all', sort: null, offset: 0, limit: 100 } as const;
const list = (parts: Partial<Parameters<typeof persons.list>[0]> = {}) =>
  personSchemas['persons.list'].output.parse(persons.list({ ...ask, ...parts }));
function get(email: string) {
  const found = personSchemas['persons.get'].output.parse(persons.get(email));
  if (found === null) throw new Error(`nobody has ${email}`);
  return found;
}

describe('the people of all workspaces', () => {
  it('are put together by address without regard to case, and never by name or alias alone', () => {
    const { rows, total, counts } = list();
    expect(rows.map(({ id, workspaces }) => [id, workspaces.map(({ name }) => name)])).toEqual([
      ['ann+south@mail.example', ['South']],
      ['ann@mail.example', ['North', 'South']],
      ['b.day@other.example', ['South']],
      ['bob@mail.example', ['North', 'South']],
    ]);
    expect(total).toBe(4);
    expect(counts).toEqual({ several: 2, suggested: 4, invited: 1, owners: 1 });
  });

  it('are found by name and address and kept by what the admin chose', () => {
    expect(list({ text: 'day' }).rows.map(({ id }) => id)).toContain('b.day@other.example');
    expect(list({ show: 'owners' }).rows.map(({ id }) => id)).toEqual(['ann@mail.example']);
    expect(list({ show: 'invited' }).rows.map(({ id }) => id)).toEqual(['bob@mail.example']);
    expect(list({ limit: 1, offset: 1 })).toMatchObject({ matched: 4, rows: [{ id: 'ann@mail.example' }] });
  });

  it('name the workspaces whose people could not be read', () => {
    expect(list().unread).toEqual([
      { key: EAST, workspace: 'East', reason: 'The list could not be read (403).' },
    ]);
  });
});

describe('one person', () => {
  it('shows every account with roles and groups, and where they have none', () => {
    const ann = get('Ann@Mail.example');
    expect(
      ann.accounts.map(({ workspace, row, groups }) => [
        workspace,
        row.roles,
        groups?.map(({ name }) => name),
      ]),
    ).toEqual([
      ['North', expect.arrayContaining(['Workspace Owner', 'Source Admin']), ['Analysts']],
      ['South', [], []],
    ]);
    expect(ann.absent).toMatchObject([{ workspace: 'East', unread: 'The list could not be read (403).' }]);
  });

  it('suggests aliases and accounts of the same name, until the admin decides', () => {
    expect(get('ann@mail.example').suggestions).toMatchObject([
      { email: 'ann+south@mail.example', why: 'alias' },
    ]);
    expect(get('bob@mail.example').suggestions).toMatchObject([
      { email: 'b.day@other.example', why: 'name' },
    ]);
    decided = keepApart(UNDECIDED, 'bob@mail.example', 'b.day@other.example');
    expect(get('bob@mail.example').suggestions).toEqual([]);
    expect(list().counts.suggested).toBe(2);
  });

  it('has the accounts of all addresses that the admin joined, each with its own grants and session', () => {
    decided = joinAddresses(UNDECIDED, ['ann@mail.example', 'ann+south@mail.example'], AT);
    hipaa.set(NORTH, true).set(SOUTH, false);
    const ann = get('ann+south@mail.example');
    expect(ann.accounts.map(({ row }) => row.id).sort()).toEqual(['n-ann', 's-alias', 's-ann']);
    expect(ann.accounts.find(({ row }) => row.id === 's-alias')?.grants).toEqual([]);
    expect(ann.joined).toEqual([{ emails: ['ann@mail.example', 'ann+south@mail.example'], at: AT }]);
    expect(ann.suggestions).toEqual([]);
    expect(ann.sessions.map(({ email, kind }) => [email, kind])).toEqual([
      ['ann@mail.example', 'fifteenMinutes'],
      ['ann+south@mail.example', 'sevenDays'],
    ]);
    expect(list().total).toBe(3);
  });
});

describe('the session rule', () => {
  const kindOf = (email: string) => get(email).sessions.map(({ kind }) => kind);
  it('is 15 minutes in all workspaces of an address as soon as one is HIPAA eligible', () => {
    hipaa.set(SOUTH, true);
    expect(get('ann@mail.example').sessions).toMatchObject([
      { kind: 'fifteenMinutes', why: expect.stringContaining('South is HIPAA eligible') },
    ]);
  });
  it('is unknown while nobody can tell, and 7 days only where none is', () => {
    hipaa.set(NORTH, false);
    expect(kindOf('ann@mail.example')).toEqual(['unknown']);
    hipaa.set(SOUTH, false);
    expect(kindOf('ann@mail.example')).toEqual(['sevenDays']);
  });
  it('does not count invites', () => {
    hipaa.set(NORTH, false).set(SOUTH, true);
    expect(kindOf('bob@mail.example')).toEqual(['sevenDays']);
  });
});

describe('the off-boarding list', () => {
  it('names every occurrence, with the change that removes it, and what nobody can see', () => {
    const items = get('bob@mail.example').offBoarding;
    expect(items.map(({ workspace, kind, change }) => [workspace, kind, change])).toEqual([
      ['North', 'member', { kind: 'removeMember', memberId: 'n-bob' }],
      ['North', 'token', null],
      ['South', 'invite', { kind: 'revokeInvite', email: 'bob@mail.example' }],
      ['South', 'invitedToGroup', null],
      ['South', 'token', null],
      ['East', 'unread', null],
    ]);
  });
  it('lists groups and own grants for the record', () => {
    const words = get('ann@mail.example').offBoarding.map(({ words }) => words);
    expect(words).toContain('Member of the group Analysts');
    expect(words.some((each) => each.startsWith('Own grant: Workspace Owner'))).toBe(true);
  });
});
