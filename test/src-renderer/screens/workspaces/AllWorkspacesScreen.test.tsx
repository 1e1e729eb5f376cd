// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { AllWorkspacesScreen } from '../../../../src-renderer/screens/workspaces/AllWorkspacesScreen';
import { totalsOf } from '../../../../src-renderer/screens/workspaces/totals';
import { useDialogStore } from '../../../../src-renderer/stores/dialogs';
import { useNavigationStore } from '../../../../src-renderer/stores/navigation';
import { receiveSandbox } from '../../../../src-renderer/stores/sandbox';
import { receiveWorkspaces } from '../../../../src-renderer/stores/workspaces';
import type { FakeBridge } from '../../../fixtures/fake-bridge';
import { progress, summary, workspaceKey, workspaceView } from '../../../fixtures/workspace-view';
import { prepareShell } from '../../app/answers';
import { button, click, mount, one, pageText, settle } from '../../components/list/mount';

let bridge: FakeBridge;
beforeEach(() => {
  bridge = prepareShell();
});

const unknowns = [
  { subject: 'plan', reason: 'Segment does not show the plan.', count: 1 },
  { subject: 'groups', reason: 'Groups could not be read.', count: 1 },
];
const { counts } = summary();

describe('totals', () => {
  it('add up what was read and tell what was not', () => {
    const list = [
      workspaceView(1),
      workspaceView(2, { snapshot: summary({ counts: { ...counts, groups: 0 }, unknowns }) }),
      workspaceView(3, { snapshot: null }),
    ];
    expect(totalsOf(list)).toEqual({
      workspaces: 3,
      unread: 1,
      members: { count: 406, complete: false },
      groups: { count: 20, complete: false },
      resources: { count: 608, complete: false },
    });
  });
});

describe('all workspaces', () => {
  it('show who the admin is, what each holds and where it is', async () => {
    receiveWorkspaces([workspaceView(1, { endpoint: { kind: 'eu' } })]);
    await mount(<AllWorkspacesScreen />);
    const card = one('article').textContent;
    for (const words of [
      'Northwind 1',
      'ada@northwind.example',
      'EU region',
      '203',
      '9 invited',
      'Business',
    ]) {
      expect(card).toContain(words);
    }
  });

  it('lead from a number to its list', async () => {
    receiveWorkspaces([workspaceView(1)]);
    await mount(<AllWorkspacesScreen />);
    await click(button('20Groups'));
    expect(useNavigationStore.getState()).toMatchObject({ screen: 'groups', key: workspaceKey(1) });
  });

  it('never show 0 for a list that could not be read, and say why', async () => {
    const snapshot = summary({ counts: { ...counts, groups: 0 }, plan: null, unknowns });
    receiveWorkspaces([workspaceView(1, { snapshot })]);
    await mount(<AllWorkspacesScreen />);
    expect(button('unknownGroups')).toBeTruthy();
    await click(button('2 things unknownPlan, User groups'));
    expect(button('2 things unknown').getAttribute('aria-expanded')).toBe('true');
    expect(pageText()).toContain('Groups could not be read.');
    await click(button('State it…'));
    expect(useDialogStore.getState().dialog).toEqual({
      kind: 'attest',
      key: workspaceKey(1),
      subject: 'plan',
    });
  });

  it('sync one, all, or cancel', async () => {
    bridge.answer({ 'sync.start': () => undefined, 'sync.cancel': () => undefined });
    receiveWorkspaces([
      workspaceView(1),
      workspaceView(2, { sync: { kind: 'running', progress: progress(2) } }),
      workspaceView(3),
    ]);
    await mount(<AllWorkspacesScreen />);
    await click(button('Cancel'));
    expect(bridge.inputsOf('sync.cancel')).toEqual([{ key: workspaceKey(2) }]);
    await click(button('Sync all'));
    expect(bridge.inputsOf('sync.start')).toEqual([
      { key: workspaceKey(1), full: false },
      { key: workspaceKey(3), full: false },
    ]);
    expect(pageText()).toContain('Reading members 120 of 203');
  });

  it('stop the sandbox and start it again', async () => {
    bridge.answer({
      'sandbox.stop': () => ({ kind: 'stopped', url: null }),
      'sandbox.open': () => [workspaceView(1)],
    });
    receiveWorkspaces([workspaceView(1)]);
    receiveSandbox({ kind: 'running', url: 'http://127.0.0.1:4010' });
    await mount(<AllWorkspacesScreen />);
    expect(pageText()).toContain('what being offline is like');
    await click(button('Stop the sandbox'));
    await settle();
    expect(pageText()).toContain('you are reading your copies');
    await click(button('Start the sandbox'));
    expect(bridge.inputsOf('sandbox.open')).toHaveLength(1);
  });
});
