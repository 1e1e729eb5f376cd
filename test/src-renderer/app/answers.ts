import type { Settings } from '@contract/settings';
import type { WorkspaceView } from '@contract/workspaces';
import { type FakeBridge, installFakeBridge } from '../../fixtures/fake-bridge';
import { resetStores } from '../../fixtures/reset-stores';

/** The settings of a test. */
export const settings: Settings = {
  theme: 'system',
  density: 'compact',
  sandboxStopped: false,
  screen: 'overview',
  inspectorWidth: 340,
  shortSession: 'idle',
};

/** A fresh window with a bridge that answers what the shell asks at its start: an open vault with these workspaces. */
export function prepareShell(list: WorkspaceView[] = []): FakeBridge {
  localStorage.clear();
  resetStores();
  let kept = settings;
  return installFakeBridge().answer({
    'settings.get': () => kept,
    'settings.set': (patch) => {
      const { theme = kept.theme, screen = kept.screen, inspectorWidth = kept.inspectorWidth } = patch;
      kept = { ...kept, theme, screen, inspectorWidth };
      return kept;
    },
    'app.info': () => ({
      version: '0.1.0',
      electron: '33.2.1',
      chromium: '130',
      platform: 'linux',
      packaged: false,
      evaluationRuntime: true,
    }),
    'sandbox.state': () => ({ kind: 'running', url: 'http://127.0.0.1:4010' }),
    'vault.state': () => ({ kind: 'open', protection: 'keyring', keyring: true }),
    'workspaces.list': () => list,
    'policy.states': () => [],
    'session.list': () => [],
    'cache.restored': () => undefined,
    'attestations.list': () => [],
    'palette.find': () => [],
    'drafts.get': ({ key }) => ({ key, revision: 0, fingerprint: null, items: [], undo: null, redo: null }),
    'apply.state': () => null,
  });
}
