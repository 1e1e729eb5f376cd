// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { DraftBar } from '../../../../src-renderer/app/frame/DraftBar';
import { addChanges, receiveDraft, useDraftStore } from '../../../../src-renderer/stores/draft';
import { useNavigationStore } from '../../../../src-renderer/stores/navigation';
import { useNoticesStore } from '../../../../src-renderer/stores/notices';
import { Refusal } from '../../../fixtures/fake-bridge';
import { workspaceKey, workspaceView } from '../../../fixtures/workspace-view';
import { button, click, mount, pageText, settle } from '../../components/list/mount';
import { prepareBoard } from '../../screens/board/board-answers';

const key = workspaceKey(1);
const remove = { kind: 'removeMember' as const, memberId: 'm1' };

async function openBar() {
  const prepared = prepareBoard();
  await mount(<DraftBar workspace={workspaceView()} onPlan={false} />);
  await settle();
  return prepared;
}

const add = () => act(async () => void (await addChanges(key, [remove])));

describe('the draft bar', () => {
  it('is there only with a draft', async () => {
    await openBar();
    expect(document.querySelector('[aria-label="Draft"]')).toBeNull();
    await add();
    await settle();
    expect(pageText()).toContain('Draft: 1 change');
    expect(pageText()).toContain('+1');
    expect(pageText()).toContain('1 member, 1 resource');
  });

  it('undoes and redoes by name, and stays while there is something to redo', async () => {
    const { draft } = await openBar();
    await add();
    await click(button('Undo: removeMember'));
    await settle();
    expect(draft.steps).toEqual([]);
    expect(pageText()).toContain('Draft empty');
    await click(button('Redo: removeMember'));
    await settle();
    expect(draft.steps).toEqual([[remove]]);
  });

  it('leads to the plan', async () => {
    await openBar();
    await add();
    await click(button('Review plan'));
    expect(useNavigationStore.getState().screen).toBe('plan');
  });

  it('says how many no longer apply, and leaves them out of the effect', async () => {
    const { bridge, draft } = await openBar();
    await add();
    const asked = bridge.inputsOf('policy.effect').length;
    const [item] = draft.view().items;
    if (item === undefined) throw new Error('the draft is empty');
    const stuck = { ...item, state: { kind: 'doesNotApply' as const, reason: 'The member is gone.' } };
    await act(async () => receiveDraft({ ...draft.view(), revision: 9, items: [stuck] }));
    await settle();
    expect(pageText()).toContain('1 no longer applies');
    expect(bridge.inputsOf('policy.effect')).toHaveLength(asked);
  });
});

describe('writing to the draft', () => {
  it('adds once more on the newer draft when it moved on meanwhile', async () => {
    const { bridge, draft } = await openBar();
    let refusals = 0;
    bridge.answer({
      'drafts.add': ({ revision, changes }) => {
        if (revision < 7) {
          refusals += 1;
          draft.revision = 7;
          throw new Refusal({ code: 'conflict', message: 'The draft has changed.' });
        }
        return draft.after(() => draft.steps.push(changes));
      },
    });
    await add();
    expect(refusals).toBe(1);
    expect(draft.steps).toEqual([[remove]]);
  });

  it('does not undo on a draft that moved on, and tells', async () => {
    const { bridge } = await openBar();
    await add();
    bridge.refuse('drafts.undo', { code: 'conflict', message: 'The draft has changed.' });
    await click(button('Undo: removeMember'));
    await settle();
    expect(useNoticesStore.getState().notices.at(-1)?.message).toBe('The draft has changed.');
    expect(bridge.inputsOf('drafts.undo')).toHaveLength(1);
  });

  it('writes one after the other, each on the revision of the one before', async () => {
    const { bridge } = await openBar();
    await act(async () => {
      await Promise.all([
        addChanges(key, [remove]),
        addChanges(key, [{ kind: 'deleteGroup', groupId: 'g1' }]),
      ]);
    });
    const inputs = bridge.inputsOf('drafts.add');
    expect(inputs.map((input) => Reflect.get(Object(input), 'revision'))).toEqual([0, 1]);
  });

  it('drops an older answer that comes late', async () => {
    const { draft } = await openBar();
    await add();
    const late = { ...draft.view(), revision: 0, items: [] };
    receiveDraft(late);
    expect(useDraftStore.getState().views[key]?.items).toHaveLength(1);
  });
});
