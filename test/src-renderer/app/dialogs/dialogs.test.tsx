// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { DialogHost } from '../../../../src-renderer/app/dialogs/DialogHost';
import { openDialog, useDialogStore } from '../../../../src-renderer/stores/dialogs';
import { useNavigationStore } from '../../../../src-renderer/stores/navigation';
import { useNoticesStore } from '../../../../src-renderer/stores/notices';
import { receiveVault } from '../../../../src-renderer/stores/vault';
import { currentWorkspaces, receiveWorkspaces } from '../../../../src-renderer/stores/workspaces';
import type { FakeBridge } from '../../../fixtures/fake-bridge';
import { workspaceKey, workspaceView } from '../../../fixtures/workspace-view';
import { button, click, mount, one, pageText, settle, type } from '../../components/list/mount';
import { prepareShell } from '../answers';

let bridge: FakeBridge;
const key = workspaceKey(1);
const field = (label: string) => {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent === label);
  return one<HTMLInputElement>(`[id="${found?.htmlFor}"]`);
};
const open = () => useDialogStore.getState().dialog.kind;
const noteOf = (label: string) =>
  document.getElementById(field(label).getAttribute('aria-describedby') ?? '')?.textContent;

beforeEach(() => {
  bridge = prepareShell();
  receiveWorkspaces([workspaceView(1)]);
});

describe('adding a workspace', () => {
  async function fill(token = 'sgp_secret', email = 'ada@northwind.example'): Promise<void> {
    openDialog({ kind: 'addWorkspace' });
    await mount(<DialogHost />);
    await type(field('Token'), token);
    await type(field('Your email in this workspace'), email);
  }

  it('sends what was entered, shows the new workspace and never the token again', async () => {
    bridge.answer({ 'workspaces.add': () => workspaceView(2, { name: 'Maplecrest' }) });
    await fill();
    expect(field('Token').type).toBe('password');
    await click(button('Add workspace'));
    await settle();
    expect(bridge.inputsOf('workspaces.add')).toEqual([
      { token: 'sgp_secret', endpoint: { kind: 'us' }, email: 'ada@northwind.example' },
    ]);
    expect(open()).toBe('none');
    expect(useNavigationStore.getState().key).toBe(workspaceKey(2));
    expect(document.documentElement.outerHTML).not.toContain('sgp_secret');
  });

  it('asks nothing of main before the fields are right', async () => {
    await fill('', 'ada');
    await click(button('Add workspace'));
    expect(bridge.inputsOf('workspaces.add')).toEqual([]);
    expect(noteOf('Token')).toBe('Paste a token of the Public API.');
    await type(field('Token'), 'x');
    expect(noteOf('Token')).toContain('Only owners can make one');
  });

  it('shows what main says at the field that it is about, and goes on from there', async () => {
    bridge.refuse('workspaces.add', { code: 'unauthorized', message: 'Segment refused this token.' });
    await fill();
    await click(button('Add workspace'));
    await settle();
    expect(noteOf('Token')).toBe('Segment refused this token.');
    bridge.refuse('workspaces.add', { code: 'offline', message: 'Nothing answers there.' });
    await click(button('Add workspace'));
    await settle();
    expect(one('[role="alert"]').textContent).toBe('Nothing answers there.');
    expect(button('Add workspace').disabled).toBe(false);
  });

  it('tells how it ended when the dialog was closed meanwhile', async () => {
    let answer: () => void = () => undefined;
    bridge.answer({
      'workspaces.add': () =>
        new Promise((resolve) => {
          answer = () => resolve(workspaceView(2, { name: 'Maplecrest' }));
        }),
    });
    await fill();
    await click(button('Add workspace'));
    await click(button('Cancel'));
    answer();
    await settle();
    expect(useNoticesStore.getState().notices[0]?.message).toContain('Maplecrest is connected');
    expect(useNavigationStore.getState().key).not.toBe(workspaceKey(2));
  });
});

describe('removing a workspace', () => {
  it('says what is lost, and what is not, before it does', async () => {
    bridge.answer({ 'workspaces.remove': () => undefined });
    openDialog({ kind: 'removeWorkspace', key });
    await mount(<DialogHost />);
    for (const words of [
      'its token',
      'copies for offline reading',
      'statements',
      'Nothing changes at Segment',
    ]) {
      expect(pageText()).toContain(words);
    }
    expect(bridge.inputsOf('workspaces.remove')).toEqual([]);
    await click(button('Remove'));
    await settle();
    expect(bridge.inputsOf('workspaces.remove')).toEqual([{ key }]);
    expect(currentWorkspaces()).toEqual([]);
  });

  it('stays with the workspace when main refuses', async () => {
    bridge.refuse('workspaces.remove', { code: 'disk', message: 'The disk refused.' });
    openDialog({ kind: 'removeWorkspace', key });
    await mount(<DialogHost />);
    await click(button('Remove'));
    await settle();
    expect(currentWorkspaces()).toHaveLength(1);
    expect(useNoticesStore.getState().notices[0]?.message).toBe('The disk refused.');
  });

  it('closes when the workspace goes by itself', async () => {
    openDialog({ kind: 'removeWorkspace', key });
    await mount(<DialogHost />);
    await act(async () => receiveWorkspaces([]));
    expect(document.querySelector('[role="dialog"]')).toBeNull();
  });
});

it('replaces a token and says when it does not work', async () => {
  bridge.refuse('workspaces.replaceToken', { code: 'unauthorized', message: 'Of another workspace.' });
  openDialog({ kind: 'replaceToken', key });
  await mount(<DialogHost />);
  await type(field('New token'), 'sgp_other');
  await click(button('Replace'));
  await settle();
  expect(noteOf('New token')).toBe('Of another workspace.');
  bridge.answer({ 'workspaces.replaceToken': () => workspaceView(1) });
  await click(button('Replace'));
  await settle();
  expect(bridge.inputsOf('workspaces.replaceToken').at(-1)).toEqual({ key, token: 'sgp_other' });
  expect(open()).toBe('none');
});

it('states the plan, dated and signed, and takes it back', async () => {
  const at = '2026-11-23T12:00:00.000Z';
  const made = {
    key,
    by: 'ada@northwind.example',
    at,
    statement: { subject: 'plan', value: 'team' },
  } as const;
  bridge.answer({
    'attestations.set': () => made,
    'attestations.list': () => [made],
    'attestations.clear': () => undefined,
  });
  openDialog({ kind: 'attest', key, subject: 'plan' });
  await mount(<DialogHost />);
  expect(button('State it').disabled).toBe(true);
  await click(one(`[role="radio"][value="team"]`));
  await click(button('State it'));
  await settle();
  expect(bridge.inputsOf('attestations.set')).toEqual([
    { key, statement: { subject: 'plan', value: 'team' } },
  ]);
  await act(async () => openDialog({ kind: 'attest', key, subject: 'plan' }));
  expect(pageText()).toContain('by ada@northwind.example');
  await click(button('Take it back'));
  await settle();
  expect(bridge.inputsOf('attestations.clear')).toEqual([{ key, subject: 'plan', spaceId: null }]);
});

describe('settings', () => {
  beforeEach(async () => {
    receiveVault({ kind: 'open', protection: 'keyring', keyring: true });
    openDialog({ kind: 'settings' });
    await mount(<DialogHost />);
  });

  it('change the theme at once', async () => {
    await click(one('[role="radio"][value="dark"]'));
    expect(bridge.inputsOf('settings.set')).toEqual([{ theme: 'dark' }]);
  });

  it('say how data is kept, and what keeping nothing takes away, before it is done', async () => {
    bridge.answer({ 'vault.choose': () => ({ kind: 'open', protection: 'memory', keyring: true }) });
    expect(pageText()).toContain('the key is in the system keyring');
    await click(button('Change…'));
    expect(button('Apply').disabled).toBe(true);
    await click(one('[role="radio"][value="memory"]'));
    expect(pageText()).toContain('are removed from the disk at once');
    expect(bridge.inputsOf('vault.choose')).toEqual([]);
    await click(button('Apply'));
    await settle();
    expect(bridge.inputsOf('vault.choose')).toEqual([{ protection: 'memory' }]);
    expect(pageText()).toContain('Nothing is kept on disk.');
  });
});
