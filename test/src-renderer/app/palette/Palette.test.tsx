// @vitest-environment happy-dom
import type { PaletteHit } from '@contract/lists';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Palette } from '../../../../src-renderer/app/palette/Palette';
import { useDialogStore } from '../../../../src-renderer/stores/dialogs';
import { useNavigationStore } from '../../../../src-renderer/stores/navigation';
import { useSelectionStore } from '../../../../src-renderer/stores/selection';
import { receiveWorkspaces } from '../../../../src-renderer/stores/workspaces';
import type { FakeBridge } from '../../../fixtures/fake-bridge';
import { workspaceKey, workspaceView } from '../../../fixtures/workspace-view';
import { mount, one, pageText, press, type, wait } from '../../components/list/mount';
import { prepareShell } from '../answers';

let bridge: FakeBridge;
const onClose = vi.fn();
const ada: PaletteHit = {
  key: workspaceKey(2),
  workspace: 'Maplecrest',
  kind: 'member',
  id: 'u-ada',
  title: 'Ada Keyes',
  detail: 'ada@maplecrest.example',
};
const chosen = () => document.querySelector('[cmdk-item][data-selected="true"]')?.textContent;

beforeEach(async () => {
  onClose.mockReset();
  Object.assign(Element.prototype, { scrollIntoView: () => undefined });
  bridge = prepareShell();
  receiveWorkspaces([workspaceView(1), workspaceView(2, { name: 'Maplecrest' })]);
  await mount(<Palette onClose={onClose} />);
});

describe('the palette', () => {
  it('shows where to go and what to do before anything is typed', () => {
    expect(pageText()).toContain('Maplecrest');
    expect(pageText()).toContain('Add a workspace');
    expect(bridge.inputsOf('palette.find')).toEqual([]);
  });

  it('goes to what was found, in its workspace', async () => {
    bridge.answer({ 'palette.find': () => [ada] });
    await type(one('input'), 'ada');
    await wait(100);
    await press(one('input'), 'Enter');
    expect(onClose).toHaveBeenCalledOnce();
    expect(useNavigationStore.getState()).toMatchObject({ key: workspaceKey(2), screen: 'members' });
    expect(useSelectionStore.getState().inspected[`${workspaceKey(2)} members`]?.subject).toEqual({
      kind: 'member',
      id: 'u-ada',
    });
  });

  it('chooses the first line that is seen, when what was found arrives above an action', async () => {
    bridge.answer({ 'palette.find': () => [ada] });
    await type(one('input'), 'ke');
    expect(chosen()).toContain('Settings');
    await wait(100);
    expect(chosen()).toContain('Ada Keyes');
  });

  it('does what was chosen', async () => {
    await type(one('input'), 'settings');
    await press(one('input'), 'Enter');
    expect(useDialogStore.getState().dialog.kind).toBe('settings');
  });

  it('asks once for a word, and drops answers that come late', async () => {
    bridge.answer({
      'palette.find': async ({ text }) => {
        if (text === 'a') await new Promise((resolve) => setTimeout(resolve, 150));
        return [{ ...ada, id: text, title: `found for ${text}` }];
      },
    });
    await type(one('input'), 'a');
    await wait(80);
    await type(one('input'), 'ad');
    await type(one('input'), 'ada');
    await wait(250);
    expect(bridge.inputsOf('palette.find')).toEqual([
      { text: 'a', limit: 30 },
      { text: 'ada', limit: 30 },
    ]);
    expect(pageText()).toContain('found for ada');
    expect(pageText()).not.toContain('found for a1');
  });

  it('says when nothing was found, and when the search failed', async () => {
    await type(one('input'), 'zzz');
    await wait(100);
    expect(one('[role="status"]').textContent).toContain('Nothing found');
    bridge.refuse('palette.find', { code: 'internal', message: 'The search broke.' });
    await type(one('input'), 'zzzz');
    await wait(100);
    expect(one('[role="status"]').textContent).toContain('The search broke.');
  });
});
