// @vitest-environment happy-dom
import type { ListPage } from '@contract/lists';
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { MembersScreen } from '../../../../src-renderer/screens/members/MembersScreen';
import { keepPoliciesOf, receivePolicy } from '../../../../src-renderer/stores/policy';
import { useSelectionStore } from '../../../../src-renderer/stores/selection';
import { receiveWorkspaces } from '../../../../src-renderer/stores/workspaces';
import { reach } from '../../../fixtures/policy-answers';
import { progress, summary, workspaceKey, workspaceView } from '../../../fixtures/workspace-view';
import { button, click, one, pageText, press, settle, type, wait } from '../../components/list/mount';
import { memberRow } from '../../inspector/inspections';
import { cellsOf, openScreen, prepareScreen } from '../open-screen';

const rows = [
  memberRow({ name: 'Ada Bauer', owner: true, roles: ['Workspace Owner'], groups: 2, directGrants: 1 }),
  memberRow({ id: 'ben', name: '', email: 'ben@northwind.example' }),
  memberRow({
    kind: 'invite',
    id: 'new@northwind.example',
    name: '',
    email: 'new@northwind.example',
    owner: null,
    roles: null,
    groups: null,
    directGrants: null,
  }),
];

function page(changes: Partial<ListPage<'members'>> = {}): ListPage<'members'> {
  return {
    fingerprint: 'f'.repeat(64),
    total: 212,
    matched: rows.length,
    offset: 0,
    rows,
    unknown: null,
    counts: { members: 203, invites: 9, owners: 4 },
    ...changes,
  };
}

beforeEach(() => keepPoliciesOf([]));

describe('members', () => {
  it('show who they are, with marks for owners and invites', async () => {
    prepareScreen('members').answer({ 'lists.members': () => page() });
    await openScreen(<MembersScreen />);
    expect(cellsOf(0).slice(0, 3)).toEqual(['Ada BauerOwner', 'ada@northwind.example', 'Workspace Owner']);
    expect(cellsOf(1).slice(0, 2)).toEqual(['no name', 'ben@northwind.example']);
    expect(cellsOf(2).slice(0, 2)).toEqual(['no nameInvited', 'new@northwind.example']);
    expect(pageText()).toContain('3 of 212');
  });

  it('never show a 0 or none for what is unknown of an invite, but why', async () => {
    const snapshot = summary({
      unknowns: [{ subject: 'invitePermissions', reason: 'Only the address is shown.', count: 9 }],
    });
    prepareScreen('members', workspaceView(1, { snapshot })).answer({ 'lists.members': () => page() });
    await openScreen(<MembersScreen />);
    const [, , roles, reaches, groups, direct] = cellsOf(2);
    expect(reaches).toBe('once accepted');
    expect(roles).toBe('unknown');
    expect(groups).toContain('unknown');
    expect(direct).toContain('unknown');
    for (const cell of [roles, groups, direct]) expect(cell).not.toMatch(/0|none|–/);
    const reasons = [...document.querySelectorAll('tr[data-index="2"] [title]')].map((each) =>
      each.getAttribute('title'),
    );
    expect(reasons).toEqual([
      'Only the address is shown.',
      'An invite opens nothing until it is accepted.',
      'Unknown: The groups could not be read.',
      'Unknown: Only the address is shown.',
    ]);
    expect(cellsOf(1).slice(2)).toEqual(['none', 'being worked out', '0', '0']);
  });

  it('say that the groups are missing where roles through groups are unknown', async () => {
    const snapshot = summary({
      unknowns: [{ subject: 'groups', reason: 'This plan has no groups.', count: 1 }],
    });
    const row = memberRow({ roles: null, groups: null, directGrants: 1 });
    prepareScreen('members', workspaceView(1, { snapshot })).answer({
      'lists.members': () => page({ rows: [row], matched: 1 }),
    });
    await openScreen(<MembersScreen />);
    expect(cellsOf(0).slice(2)).toEqual(['unknown', 'being worked out', '?unknown', '1']);
    const reasons = [...document.querySelectorAll('tr[data-index="0"] [title]')].map((each) =>
      each.getAttribute('title'),
    );
    expect(reasons).toEqual([
      'This plan has no groups.',
      'Being worked out',
      'Unknown: This plan has no groups.',
    ]);
  });

  it('name the roles that are known, and mark that there may be more', async () => {
    const snapshot = summary({
      unknowns: [{ subject: 'groups', reason: 'This plan has no groups.', count: 1 }],
    });
    const row = memberRow({ roles: ['Source Admin'], rolesComplete: false, groups: null });
    prepareScreen('members', workspaceView(1, { snapshot })).answer({
      'lists.members': () => page({ rows: [row], matched: 1 }),
    });
    await openScreen(<MembersScreen />);
    expect(cellsOf(0)[2]).toBe('Source Admin?unknown');
    expect(
      document.querySelector('[title="Unknown: there may be more. This plan has no groups."]'),
    ).toBeTruthy();
  });

  it('show how far they reach in words, and never swallow what is unknown', async () => {
    prepareScreen('members').answer({
      'lists.members': () =>
        page({
          rows: [
            memberRow({ reach: reach({ pii: 4 }) }),
            memberRow({ id: 'ben', reach: reach({ admin: 0, read: 0, unknown: 2 }) }),
            memberRow({ id: 'cy', reach: reach({ admin: 0, read: 0, unknown: 0 }) }),
          ],
        }),
    });
    await openScreen(<MembersScreen />);
    const told = [0, 1, 2].map((index) => one(`tr[data-index="${index}"] [title^="reaches"]`).title);
    expect(told).toEqual([
      'reaches 38 of 304 resources: 12 admin, 26 read, 3 unknown, PII in 4',
      'reaches none of 304 resources: 2 unknown',
      'reaches none of 304 resources',
    ]);
    expect(cellsOf(0)[3]).toBe(`${told[0]}38+3 unknown`);
    expect(cellsOf(1)[3]).toBe(`${told[1]}0+2 unknown`);
    expect(cellsOf(2)[3]).toBe(`${told[2]}0`);
  });

  it('do not say of how many where some resources could not be read', async () => {
    const snapshot = summary({
      unknowns: [{ subject: 'warehouses', reason: 'The server refused.', count: 1 }],
    });
    prepareScreen('members', workspaceView(1, { snapshot })).answer({
      'lists.members': () => page({ rows: [memberRow({ reach: reach() })], matched: 1 }),
    });
    await openScreen(<MembersScreen />);
    expect(one('[title^="reaches"]').title).toBe('reaches 38 resources: 12 admin, 26 read, 3 unknown');
  });

  it('are sorted by reach', async () => {
    const bridge = prepareScreen('members').answer({ 'lists.members': () => page() });
    await openScreen(<MembersScreen />);
    await click(button('Reach'));
    await settle();
    expect(bridge.inputsOf('lists.members').at(-1)).toMatchObject({
      sort: { column: 'reach', direction: 'ascending' },
    });
  });

  it('wait calmly for their reach, and get it when the policy is there', async () => {
    const bridge = prepareScreen('members').answer({
      'lists.members': () => page({ rows: [memberRow()], matched: 1 }),
    });
    await openScreen(<MembersScreen />);
    expect(cellsOf(0)[3]).toBe('being worked out');
    const policy = { key: workspaceKey(1), fingerprint: null, reason: null };
    await act(async () => receivePolicy({ ...policy, kind: 'compiling' }));
    await settle();
    expect(bridge.inputsOf('lists.members')).toHaveLength(1);
    bridge.answer({ 'lists.members': () => page({ rows: [memberRow({ reach: reach() })], matched: 1 }) });
    await act(async () => receivePolicy({ ...policy, kind: 'ready', fingerprint: 'f' }));
    await settle();
    expect(bridge.inputsOf('lists.members')).toHaveLength(2);
    expect(cellsOf(0)[3]).toContain('reaches 38 of 304');
  });

  it('say why their reach is unknown when the policy failed', async () => {
    prepareScreen('members').answer({
      'lists.members': () => page({ rows: [memberRow()], matched: 1 }),
    });
    await openScreen(<MembersScreen />);
    await act(async () =>
      receivePolicy({ key: workspaceKey(1), kind: 'failed', fingerprint: null, reason: 'Out of memory.' }),
    );
    await settle();
    expect(cellsOf(0)[3]).toBe('?unknown');
    expect(one('[title="Unknown: Out of memory."]')).toBeTruthy();
  });

  it('can be narrowed to invites, with how many there are', async () => {
    const bridge = prepareScreen('members').answer({ 'lists.members': () => page() });
    await openScreen(<MembersScreen />);
    await click(button('Invites 9'));
    await settle();
    expect(bridge.inputsOf('lists.members').at(-1)).toMatchObject({ show: 'invites', offset: 0 });
    expect(button('Owners 4')).toBeTruthy();
  });

  it('are searched while typing, and a search without a match can be taken away', async () => {
    const bridge = prepareScreen('members').answer({
      'lists.members': ({ text }) => (text === '' ? page() : page({ matched: 0, rows: [] })),
    });
    await openScreen(<MembersScreen />);
    await type(one<HTMLInputElement>('input'), 'xyz');
    await wait(80);
    await settle();
    expect(pageText()).toContain('Nobody matches “xyz”');
    expect(pageText()).toContain('0 of 212');
    await click(button('Clear the search'));
    await settle();
    expect(one<HTMLInputElement>('input').value).toBe('');
    expect(cellsOf(0)[0]).toContain('Ada Bauer');
    expect(bridge.inputsOf('lists.members')).toHaveLength(3);
  });

  it('open in the inspector with Enter', async () => {
    prepareScreen('members').answer({ 'lists.members': () => page() });
    await openScreen(<MembersScreen />);
    await press(one('table'), 'ArrowDown');
    await press(one('table'), 'End');
    await press(one('table'), 'Enter');
    const [selected] = Object.values(useSelectionStore.getState().inspected);
    expect(selected?.subject).toEqual({ kind: 'invite', id: 'new@northwind.example' });
    expect(one('tr[data-index="2"]').getAttribute('aria-selected')).toBe('true');
  });

  it('that could not be read are unknown, not nobody', async () => {
    prepareScreen('members').answer({
      'lists.members': () => page({ total: 0, matched: 0, rows: [], unknown: 'The server refused.' }),
    });
    await openScreen(<MembersScreen />);
    expect(pageText()).toContain('The members are unknown');
    expect(pageText()).toContain('The server refused.');
    expect(one('[role="status"]').textContent).toBe('');
  });

  it('say so when only a part could be read', async () => {
    prepareScreen('members').answer({ 'lists.members': () => page({ unknown: 'No invites.' }) });
    await openScreen(<MembersScreen />);
    expect(pageText()).toContain('This list is not complete. No invites.');
    expect(cellsOf(0)[0]).toContain('Ada Bauer');
  });

  it('that failed to load can be asked for again', async () => {
    const bridge = prepareScreen('members').refuse('lists.members', {
      code: 'internal',
      message: 'The copy could not be opened.',
    });
    await openScreen(<MembersScreen />);
    expect(pageText()).toContain('The copy could not be opened.');
    bridge.answer({ 'lists.members': () => page() });
    await click(button('Try again'));
    await settle();
    expect(cellsOf(0)[0]).toContain('Ada Bauer');
  });
});

describe('a workspace that has not been read yet', () => {
  it('says how far the first reading is', async () => {
    prepareScreen(
      'members',
      workspaceView(1, { snapshot: null, sync: { kind: 'running', progress: progress() } }),
    );
    await openScreen(<MembersScreen />);
    expect(pageText()).toContain('Reading Northwind 1 for the first time');
    expect(pageText()).toContain('members 120 of 203');
  });

  it('says why it could not be read, and reads it on request', async () => {
    const failure = { code: 'unauthorized', message: 'The token was refused.' } as const;
    const bridge = prepareScreen(
      'members',
      workspaceView(1, {
        snapshot: null,
        endpoint: { kind: 'us' },
        sync: { kind: 'failed', at: '2026-11-23T12:00:00.000Z', failure },
      }),
    ).answer({ 'sync.start': () => undefined });
    await openScreen(<MembersScreen />);
    expect(pageText()).toContain('The token was refused.');
    await click(button('Read it now'));
    expect(bridge.inputsOf('sync.start')).toEqual([{ key: workspaceKey(1), full: false }]);
  });

  it('offers to start a sandbox that is stopped', async () => {
    const failure = { code: 'offline', message: 'The sandbox is not running.' } as const;
    const bridge = prepareScreen(
      'members',
      workspaceView(1, {
        snapshot: null,
        sync: { kind: 'offline', since: '2026-11-23T12:00:00.000Z', failure },
      }),
    ).answer({ 'sandbox.open': () => [] });
    await openScreen(<MembersScreen />);
    await click(button('Start the sandbox'));
    expect(bridge.inputsOf('sandbox.open')).toHaveLength(1);
  });

  it('shows its members as soon as they are there', async () => {
    prepareScreen('members', workspaceView(1, { snapshot: null })).answer({ 'lists.members': () => page() });
    await openScreen(<MembersScreen />);
    expect(pageText()).toContain('Nothing of Northwind 1 has been read yet');
    await act(async () => receiveWorkspaces([workspaceView()]));
    await settle();
    expect(cellsOf(0)[0]).toContain('Ada Bauer');
  });
});
