import type { ReactNode } from 'react';
import { forgetListLooks } from '../../../src-renderer/components/list/look-memory';
import { goToWorkspace } from '../../../src-renderer/stores/navigation';
import type { WorkspaceScreenName } from '../../../src-renderer/stores/screen-names';
import { receiveWorkspaces } from '../../../src-renderer/stores/workspaces';
import { type FakeBridge, installFakeBridge } from '../../fixtures/fake-bridge';
import { people, reachByType } from '../../fixtures/policy-answers';
import { workspaceView } from '../../fixtures/workspace-view';
import { giveLayout, mount, settle } from '../components/list/mount';

/** A bridge that answers what every screen asks, with a workspace at hand. */
export function prepareScreen(screen: WorkspaceScreenName, workspace = workspaceView()): FakeBridge {
  giveLayout();
  forgetListLooks();
  const bridge = installFakeBridge().answer({
    'settings.set': () => ({
      theme: 'system',
      density: 'compact',
      sandboxStopped: false,
      screen,
      inspectorWidth: 340,
      shortSession: 'idle',
    }),
    'policy.reach': () => reachByType([]),
    'policy.whoCan': () => people(),
  });
  receiveWorkspaces([workspace]);
  goToWorkspace(workspace.key, screen);
  return bridge;
}

/** Shows a screen and lets its first rows come in. */
export async function openScreen(screen: ReactNode): Promise<void> {
  await mount(screen);
  await settle();
}

/** The cells of the row at `index`, as text. */
export function cellsOf(index: number): (string | null)[] {
  return [...document.querySelectorAll(`tr[data-index="${index}"] td`)].map((cell) => cell.textContent);
}
