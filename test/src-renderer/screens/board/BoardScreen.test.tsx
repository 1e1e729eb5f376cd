// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BoardAside } from '../../../../src-renderer/screens/board/BoardAside';
import { BoardScreen } from '../../../../src-renderer/screens/board/BoardScreen';
import { loadDraft } from '../../../../src-renderer/stores/draft';
import { useDragStore } from '../../../../src-renderer/stores/drag';
import type { FakeBridge } from '../../../fixtures/fake-bridge';
import { workspaceKey } from '../../../fixtures/workspace-view';
import { button, one, pageText, press, settle, wait } from '../../components/list/mount';
import { openScreen } from '../open-screen';
import { type KeptDraft, prepareBoard, verdictOf } from './board-answers';
import { ANALYSTS, label, ROLE } from './board-grants';

let below: Element | null = null;

async function openBoard(): Promise<{ bridge: FakeBridge; draft: KeptDraft }> {
  const prepared = prepareBoard();
  Object.assign(document, { elementFromPoint: () => below });
  await loadDraft(workspaceKey(1));
  await openScreen(
    <>
      <BoardScreen />
      <BoardAside />
    </>,
  );
  for (let round = 0; round < 6; round += 1) await settle();
  return prepared;
}

afterEach(() => {
  below = null;
  vi.useRealTimers();
});

const option = (text: string) => one(`[role="option"][aria-label="${text}"]`);
const target = (key: string) => one(`[data-drop-target="${key}"]`);
const LANE = 'lane group g2 r-admin';
const GRANT = 'grant group g1 0';

function pointer(element: Element, type: string, x: number, more: PointerEventInit = {}): Promise<void> {
  return act(async () => {
    const init = { pointerId: 1, button: 0, clientX: x, clientY: 0, bubbles: true, ...more };
    element.dispatchEvent(new PointerEvent(type, init));
    await Promise.resolve();
  });
}

/** Drags from one element over another, without letting go. */
async function dragOver(from: Element, to: Element | null): Promise<void> {
  Object.assign(from, { setPointerCapture: () => undefined });
  await pointer(from, 'pointerdown', 0);
  await pointer(from, 'pointermove', 20);
  below = to;
  await pointer(from, 'pointermove', 40);
  await wait(40);
}

describe('the board', () => {
  it('shows labels by key, principals with lanes and grants, and what resources wear', async () => {
    await openBoard();
    expect(
      [...document.querySelectorAll('[role="option"]')].map((each) => each.getAttribute('aria-label')),
    ).toEqual(['env:prod', 'env:stage', 'brand:a']);
    expect(pageText()).toContain('Analysts');
    expect(target(GRANT).textContent).toContain('stage');
    expect(target(LANE).textContent).toContain('Source Admin');
    expect(target('resource SOURCE s1').textContent).toContain('env:stage');
    expect(target('resource SOURCE s2').textContent).toContain('no labels');
  });

  it('asks once for all targets when a drag begins, and nothing on the way', async () => {
    const { bridge } = await openBoard();
    await dragOver(option('env:prod'), target(LANE));
    below = target('resource SOURCE s1');
    await pointer(option('env:prod'), 'pointermove', 60);
    await wait(40);
    const asked = bridge.inputsOf('drafts.dropVerdicts');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ labels: [label('env:prod')] });
    expect(target(LANE).dataset.look).toBe('gain');
    expect(target(LANE).dataset.way).toBe('outward');
    expect(target(GRANT).dataset.way).toBe('inward');
    expect(target('resource SOURCE s2').dataset.look).toBe('refused');
    expect(target('resource SOURCE s2').textContent).not.toContain('+');
  });

  it('says the size beside the pointer and shows the exact effect while hovering', async () => {
    await openBoard();
    await dragOver(option('env:prod'), target(LANE));
    expect(pageText()).toContain('+12 members, +38 resources, −0');
    await settle();
    expect(one('[aria-label="Effect of the drop"]').textContent).toContain('Web prod');
    expect(one('[aria-label="Effect of the drop"]').textContent).toContain('no access');
  });

  it('adds the changes of the target to the draft on dropping', async () => {
    const { draft } = await openBoard();
    await dragOver(option('env:prod'), target(LANE));
    await pointer(option('env:prod'), 'pointerup', 40);
    await settle();
    expect(draft.steps).toEqual([
      [
        {
          kind: 'addGrant',
          holder: { kind: 'group', id: 'g2' },
          grant: {
            roleId: ROLE.id,
            roleName: ROLE.name,
            scope: { kind: 'labels', labels: [label('env:prod')] },
          },
        },
      ],
    ]);
    expect(useDragStore.getState().held.kind).toBe('none');
    expect(target('grant group g2 0').dataset.mark).toBe('added');
  });

  it('adds nothing where it is refused, and says why', async () => {
    const { draft } = await openBoard();
    await dragOver(option('env:prod'), target('resource SOURCE s2'));
    await pointer(option('env:prod'), 'pointerup', 40);
    await settle();
    expect(draft.steps).toEqual([]);
    expect(useDragStore.getState().said).toContain('The plan has no labels.');
  });

  it('leaves nothing behind after Esc, however far it was', async () => {
    const { draft } = await openBoard();
    await dragOver(option('env:prod'), target(LANE));
    await press(document.body, 'Escape');
    await pointer(option('env:prod'), 'pointerup', 40);
    await settle();
    expect(draft.steps).toEqual([]);
    expect(useDragStore.getState().held).toEqual({ kind: 'none' });
    expect(target(LANE).dataset.look).toBe('idle');
  });

  it('waits for the verdict when dropped before it is there', async () => {
    const { bridge, draft } = await openBoard();
    let tell: () => void = () => undefined;
    const answer = new Promise<void>((resolve) => {
      tell = resolve;
    });
    bridge.answer({
      'drafts.dropVerdicts': async ({ labels, targets }) => {
        await answer;
        return targets.map((each) => verdictOf(labels, each));
      },
    });
    await dragOver(option('env:prod'), target(LANE));
    await pointer(option('env:prod'), 'pointerup', 40);
    expect(draft.steps).toHaveLength(0);
    await act(async () => tell());
    await settle();
    await settle();
    expect(draft.steps).toHaveLength(1);
  });

  it('takes away what is dragged out, and not what is let go on a card', async () => {
    const { draft } = await openBoard();
    const worn = button('env:stage on Source s1');
    await dragOver(worn, one('[aria-label="Source Source s2"] header'));
    await act(async () => useDragStore.setState({}));
    await press(document.body, 'Escape');
    await dragOver(worn, one('[aria-label="Labels"]'));
    expect(pageText()).toContain('Take env:stage off Source s1');
    await pointer(worn, 'pointerup', 40);
    await settle();
    expect(draft.steps).toEqual([
      [{ kind: 'removeLabel', resource: { type: 'SOURCE', id: 's1' }, label: label('env:stage') }],
    ]);
  });

  it('takes a grant away with Delete on it', async () => {
    const { draft } = await openBoard();
    const granted = button('env:stage in Source Admin on env:stage of Analysts');
    expect(await press(granted, 'Delete')).toBe(true);
    await settle();
    expect(draft.steps).toEqual([
      [
        {
          kind: 'removeGrant',
          holder: ANALYSTS,
          grant: {
            roleId: ROLE.id,
            roleName: ROLE.name,
            scope: { kind: 'labels', labels: [label('env:stage')] },
          },
        },
      ],
    ]);
  });

  it('carries several chosen labels, and drops on several chosen targets', async () => {
    const { bridge, draft } = await openBoard();
    const ctrl = { ctrlKey: true, bubbles: true };
    await act(async () => option('env:prod').dispatchEvent(new MouseEvent('click', ctrl)));
    await act(async () => option('brand:a').dispatchEvent(new MouseEvent('click', ctrl)));
    const read = 'lane group g2 r-read';
    await act(async () => target(LANE).dispatchEvent(new MouseEvent('click', ctrl)));
    await act(async () => target(read).dispatchEvent(new MouseEvent('click', ctrl)));
    await dragOver(option('brand:a'), target(LANE));
    expect(bridge.inputsOf('drafts.dropVerdicts')[0]).toMatchObject({
      labels: [label('env:prod'), label('brand:a')],
    });
    expect(target(read).dataset.over).toBe('true');
    await pointer(option('brand:a'), 'pointerup', 40);
    await settle();
    expect(draft.steps).toHaveLength(1);
    expect(draft.steps[0]).toHaveLength(2);
  });
});

describe('the board by keyboard', () => {
  const said = () => one('[aria-live="assertive"]').textContent ?? '';

  it('picks up with Space, moves, says what each target would do, and drops with Enter', async () => {
    const { draft } = await openBoard();
    await press(option('env:prod'), ' ');
    await settle();
    expect(said()).toContain('Source Admin of Analysts, a further grant');
    await press(document.body, 'ArrowDown');
    expect(said()).toContain('env:stage, Source Admin of Analysts');
    expect(said()).toContain('narrows to both');
    for (let step = 0; step < 12 && !said().startsWith('Source Admin of Growth'); step += 1) {
      await press(document.body, step % 2 === 0 ? 'Tab' : 'ArrowDown');
    }
    expect(said()).toContain('Source Admin of Growth, a first grant');
    expect(said()).toContain('+12 members, +38 resources, −0');
    await press(document.body, 'Enter');
    await settle();
    expect(draft.steps).toHaveLength(1);
    expect(said()).toContain('added to the draft');
  });

  it('crosses to the resources and back with the arrows', async () => {
    await openBoard();
    await press(option('env:prod'), 'Enter');
    await press(document.body, 'ArrowRight');
    expect(said()).toContain('Source Source s1');
    expect(said()).toContain('replaces env:stage');
    await press(document.body, 'End');
    expect(said()).toContain('Not possible: The plan has no labels.');
    await press(document.body, 'ArrowLeft');
    expect(said()).toContain('Analysts');
  });

  it('drops on all that Space has marked, in one step of undo', async () => {
    const { draft } = await openBoard();
    await press(option('env:prod'), ' ');
    await press(document.body, 'ArrowRight');
    await press(document.body, ' ');
    await press(document.body, 'ArrowLeft');
    await press(document.body, 'Enter');
    await settle();
    expect(draft.steps).toHaveLength(1);
    expect(draft.steps[0]?.map(({ kind }) => kind)).toEqual(['addLabel', 'addGrant']);
  });

  it('puts back with Esc', async () => {
    const { draft } = await openBoard();
    await press(option('env:prod'), ' ');
    await press(document.body, 'ArrowDown');
    await press(document.body, 'Escape');
    expect(said()).toContain('Put back env:prod. Nothing was changed.');
    expect(draft.steps).toEqual([]);
    expect(document.querySelector('[data-over]')).toBeNull();
  });
});
