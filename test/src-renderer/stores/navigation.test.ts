// @vitest-environment happy-dom
import type { Settings } from '@contract/settings';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  goToScreen,
  goToSubject,
  goToWorkspace,
  keepToWorkspaces,
  startAt,
  useNavigationStore,
} from '../../../src-renderer/stores/navigation';
import { useSelectionStore } from '../../../src-renderer/stores/selection';
import { receiveVault } from '../../../src-renderer/stores/vault';
import { installFakeBridge } from '../../fixtures/fake-bridge';
import { resetStores } from '../../fixtures/reset-stores';
import { workspaceKey, workspaceView } from '../../fixtures/workspace-view';

const settings: Settings = {
  theme: 'system',
  density: 'compact',
  sandboxStopped: false,
  screen: 'members',
  inspectorWidth: 340,
  shortSession: 'idle',
};
const place = () => useNavigationStore.getState();
let bridge = installFakeBridge();

beforeEach(() => {
  localStorage.clear();
  resetStores();
  bridge = installFakeBridge().answer({
    'settings.set': () => settings,
  });
});

describe('going somewhere', () => {
  it('remembers the screen in the settings and the workspace by its key alone', () => {
    goToWorkspace(workspaceKey(1), 'groups');
    expect(place()).toMatchObject({ screen: 'groups', key: workspaceKey(1), lastScreen: 'groups' });
    expect(bridge.inputsOf('settings.set')).toEqual([{ screen: 'groups' }]);
    expect({ ...localStorage }).toEqual({ 'gatehouse.workspace': workspaceKey(1) });
  });

  it('writes nothing down where nothing shall be kept', () => {
    receiveVault({ kind: 'open', protection: 'memory', keyring: false });
    goToWorkspace(workspaceKey(1));
    expect(localStorage).toHaveLength(0);
  });

  it('returns from all workspaces to the screen shown last', () => {
    goToWorkspace(workspaceKey(1), 'labels');
    goToScreen('overview');
    goToWorkspace(workspaceKey(2));
    expect(place()).toMatchObject({ screen: 'labels', key: workspaceKey(2) });
  });

  it('shows something found in its list and in the inspector', () => {
    goToSubject(workspaceKey(1), { kind: 'invite', id: 'new@northwind.example' });
    expect(place()).toMatchObject({ screen: 'members', key: workspaceKey(1) });
    expect(useSelectionStore.getState().inspected[`${workspaceKey(1)} members`]?.subject.kind).toBe('invite');
  });

  it('takes up where it was at the last start', () => {
    localStorage.setItem('gatehouse.workspace', workspaceKey(2));
    startAt('roles');
    keepToWorkspaces([workspaceView(1), workspaceView(2)]);
    expect(place()).toMatchObject({ screen: 'roles', key: workspaceKey(2), lastScreen: 'roles' });
  });
});

describe('when workspaces come and go', () => {
  it('takes the first one when none was at hand', () => {
    startAt('members');
    keepToWorkspaces([workspaceView(1), workspaceView(2)]);
    expect(place()).toMatchObject({ screen: 'members', key: workspaceKey(1) });
  });

  it('leaves one that was removed for the overview', () => {
    goToWorkspace(workspaceKey(2), 'groups');
    keepToWorkspaces([workspaceView(1)]);
    expect(place()).toMatchObject({ screen: 'overview', key: workspaceKey(1) });
  });

  it('stays where it is when another one is removed', () => {
    goToWorkspace(workspaceKey(1), 'groups');
    keepToWorkspaces([workspaceView(1)]);
    expect(place()).toMatchObject({ screen: 'groups', key: workspaceKey(1) });
  });
});
