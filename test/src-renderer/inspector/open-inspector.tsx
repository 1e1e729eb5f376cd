import type { Inspection, Subject } from '@contract/inspect';
import { InspectorPane } from '../../../src-renderer/inspector/InspectorPane';
import { goToWorkspace } from '../../../src-renderer/stores/navigation';
import { keepPoliciesOf } from '../../../src-renderer/stores/policy';
import { keepSelectionsOf, select } from '../../../src-renderer/stores/selection';
import { keepUnfoldedOf } from '../../../src-renderer/stores/unfolded';
import { receiveWorkspaces } from '../../../src-renderer/stores/workspaces';
import { type FakeBridge, installFakeBridge } from '../../fixtures/fake-bridge';
import { people, reachByType } from '../../fixtures/policy-answers';
import { workspaceKey, workspaceView } from '../../fixtures/workspace-view';
import { mount, pageText, settle } from '../components/list/mount';

/** The workspace of these tests. */
export const key = workspaceKey(1);

/** A bridge, with a workspace at hand. */
export function prepareInspector(): FakeBridge {
  const bridge = installFakeBridge().answer({
    'settings.set': () => ({
      theme: 'system',
      density: 'compact',
      sandboxStopped: false,
      screen: 'members',
      inspectorWidth: 340,
      shortSession: 'idle',
    }),
    'policy.reach': () => reachByType([]),
    'policy.whoCan': () => people(),
  });
  keepSelectionsOf([]);
  keepUnfoldedOf([]);
  keepPoliciesOf([]);
  receiveWorkspaces([workspaceView()]);
  goToWorkspace(key, 'members');
  return bridge;
}

/** Opens the inspector on `subject`, about which main answers `inspection`; answers its text. */
export async function openInspector(
  bridge: FakeBridge,
  inspection: Inspection,
  subject: Subject,
): Promise<string> {
  bridge.answer({ inspect: () => inspection });
  select(key, 'members', subject);
  await mount(<InspectorPane />);
  await settle();
  return pageText();
}
