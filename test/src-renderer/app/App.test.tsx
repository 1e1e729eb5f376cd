// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import type { ListPage } from '@contract/lists';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../../src-renderer/app/App';
import { connect } from '../../../src-renderer/app/connect';
import { useNavigationStore } from '../../../src-renderer/stores/navigation';
import type { FakeBridge } from '../../fixtures/fake-bridge';
import { progress, summary, workspaceKey, workspaceView } from '../../fixtures/workspace-view';
import {
  button,
  click,
  giveLayout,
  mount,
  one,
  pageText,
  press,
  settle,
  wait,
} from '../components/list/mount';
import { prepareShell } from './answers';

const snapshot = summary({ completedAt: new Date().toISOString() });
const two = [
  workspaceView(1, { snapshot }),
  workspaceView(2, { name: 'Maplecrest', id: 'ws-maple', snapshot }),
];
const noMembers: ListPage<'members'> = {
  fingerprint: 'f'.repeat(64),
  total: 0,
  matched: 0,
  offset: 0,
  rows: [],
  unknown: null,
  counts: { members: 0, invites: 0, owners: 0 },
};
let disconnect: () => void = () => undefined;

async function open(bridge: FakeBridge): Promise<void> {
  giveLayout();
  bridge.answer({ 'lists.members': () => noMembers });
  disconnect = connect();
  await mount(<App />);
  await settle();
  await settle();
}

const emit = (work: () => void) => act(async () => work());

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => disconnect());

describe('the window at its start', () => {
  it('shows all workspaces with their counts and lets the syncs begin', async () => {
    const bridge = prepareShell(two);
    await open(bridge);
    expect(one('h1').textContent).toBe('All workspaces');
    expect(pageText()).toContain('406 members');
    expect(pageText()).toContain('Maplecrest');
    await wait(50);
    expect(bridge.inputsOf('cache.restored')).toHaveLength(1);
    expect(document.title).not.toContain('Northwind');
  });

  it('asks for the passphrase when it is locked, and shows nothing else', async () => {
    const bridge = prepareShell(two).answer({
      'vault.state': () => ({
        kind: 'locked',
        protection: 'passphrase',
        reason: 'Enter it.',
        retryAfterMs: 0,
      }),
    });
    await open(bridge);
    expect(pageText()).toContain('Gatehouse is locked');
    expect(bridge.inputsOf('workspaces.list')).toHaveLength(0);
    expect(bridge.inputsOf('cache.restored')).toHaveLength(0);
  });

  it('destroys what it showed when the vault is locked', async () => {
    const bridge = prepareShell(two);
    await open(bridge);
    await emit(() =>
      bridge.emit('vault.changed', {
        kind: 'locked',
        protection: 'passphrase',
        reason: 'Locked.',
        retryAfterMs: 0,
      }),
    );
    expect(pageText()).not.toContain('Maplecrest');
    expect(useNavigationStore.getState().key).toBeNull();
  });

  it('says when the workspaces could not be opened, and tries again', async () => {
    const bridge = prepareShell().refuse('workspaces.list', { code: 'disk', message: 'The disk refused.' });
    await open(bridge);
    expect(pageText()).toContain('The disk refused.');
    bridge.answer({ 'workspaces.list': () => two });
    await click(button('Try again'));
    await settle();
    expect(pageText()).toContain('Maplecrest');
  });

  it('offers the ways to begin when no workspace is connected', async () => {
    await open(prepareShell());
    expect(button('Open the sandbox')).toBeTruthy();
    await click(button('Add a workspace'));
    expect(one('[role="dialog"]').textContent).toContain('Add a workspace');
  });
});

describe('the frame', () => {
  it('goes by keys: workspaces by number, screens by G and a letter', async () => {
    await open(prepareShell(two));
    await press(document.body, '2', { ctrlKey: true });
    expect(one('h1').textContent).toBe('Maplecrest');
    expect(useNavigationStore.getState().screen).toBe('members');
    await press(document.body, 'g');
    await press(document.body, 'w');
    expect(one('h1').textContent).toBe('All workspaces');
    await press(document.body, '?');
    expect(one('[role="dialog"]').textContent).toContain('All keys');
    await press(document.body, '1', { ctrlKey: true });
    expect(one('h1').textContent).toBe('All workspaces');
  });

  it('moves a workspace with Alt and an arrow, and says where it went', async () => {
    const bridge = prepareShell(two).answer({ 'workspaces.reorder': () => undefined });
    await open(bridge);
    await press(button('Maplecrest, up to date'), 'ArrowUp', {
      altKey: true,
    });
    await settle();
    expect(bridge.inputsOf('workspaces.reorder')).toEqual([{ keys: [workspaceKey(2), workspaceKey(1)] }]);
    expect(pageText()).toContain('Maplecrest is now 1 of 2.');
  });

  it('puts the order back when main refuses it', async () => {
    const bridge = prepareShell(two).refuse('workspaces.reorder', {
      code: 'disk',
      message: 'The disk refused.',
    });
    await open(bridge);
    await press(button('Maplecrest, up to date'), 'ArrowUp', { altKey: true });
    await settle();
    const names = [...document.querySelectorAll('nav[aria-label="Workspaces"] li')].map(
      (li) => li.textContent,
    );
    expect(names.join()).toMatch(/Northwind 1.*Maplecrest/);
    expect(pageText()).toContain('The disk refused.');
  });

  it('shows how far a sync is, that it waits, and cancels it', async () => {
    const running = workspaceView(1, { sync: { kind: 'running', progress: progress() } });
    const bridge = prepareShell([running]).answer({ 'sync.cancel': () => undefined });
    await open(bridge);
    await press(document.body, '1', { ctrlKey: true });
    await emit(() => bridge.emit('sync.progress', progress(1, { done: 150, requests: 20 })));
    expect(one('header').textContent).toContain('members150 of 203');
    const until = Date.now() + 12_000;
    await emit(() =>
      bridge.emit('sync.progress', progress(1, { done: 150, requests: 21, waitingUntil: until })),
    );
    expect(one('header').textContent).toMatch(/rate limit, going on in 1[12] s/);
    await click(button('Cancel the sync'));
    expect(bridge.inputsOf('sync.cancel')).toEqual([{ key: workspaceKey(1) }]);
  });

  it('says since when it is offline and which copy is shown', async () => {
    const offline = workspaceView(1, {
      sync: {
        kind: 'offline',
        since: '2026-11-23T13:00:00.000Z',
        failure: { code: 'offline', message: 'No network.' },
      },
    });
    await open(prepareShell([offline]));
    await press(document.body, '1', { ctrlKey: true });
    expect(one('header').textContent).toContain('offline since');
    expect(pageText()).toContain('Northwind 1 could not be reached. You are reading the copy of');
  });

  it('offers another token when the token was refused', async () => {
    const failure = { code: 'unauthorized', message: 'Segment refused the token.' } as const;
    const failed = workspaceView(1, { sync: { kind: 'failed', at: '2026-11-23T13:00:00.000Z', failure } });
    const bridge = prepareShell([failed]);
    await open(bridge);
    await press(document.body, '1', { ctrlKey: true });
    expect(pageText()).toContain('Segment refused the token.');
    await click(button('Replace the token…'));
    expect(one('[role="dialog"]').textContent).toContain('Replace the token of Northwind 1');
  });

  it('says what became of a damaged copy', async () => {
    const damaged = workspaceView(1, {
      snapshot: null,
      cache: { kind: 'damaged', reason: 'The copy is damaged. It is read anew.' },
      sync: { kind: 'running', progress: progress() },
    });
    await open(prepareShell([damaged]));
    await press(document.body, '1', { ctrlKey: true });
    expect(pageText()).toContain('Northwind 1: The copy is damaged. It is read anew.');
  });

  it('keeps the frame when a screen breaks, and draws it again', async () => {
    const bridge = prepareShell([workspaceView(1)]);
    await open(bridge);
    // A page that the contract does not allow: what a defect of main would look like here.
    bridge.answer({
      'lists.members': () => ({ ...noMembers, total: 1, matched: 1, rows: JSON.parse('[null]') }),
    });
    await press(document.body, '1', { ctrlKey: true });
    await settle();
    expect(pageText()).toContain('This screen could not be drawn');
    expect(one('nav[aria-label="Screens"]')).toBeTruthy();
    bridge.answer({ 'app.copy': () => undefined, 'lists.members': () => noMembers });
    await click(button('Copy the details'));
    expect(bridge.inputsOf('app.copy')).toEqual([{ text: expect.stringContaining('Gatehouse 0.1.0') }]);
  });

  it('tells what main says unasked', async () => {
    const bridge = prepareShell(two);
    await open(bridge);
    await emit(() => bridge.emit('notice', { level: 'error', message: 'The settings could not be kept.' }));
    expect(one('[role="alert"]').textContent).toContain('The settings could not be kept.');
    await click(button('Dismiss'));
    expect(pageText()).not.toContain('The settings could not be kept.');
  });
});
