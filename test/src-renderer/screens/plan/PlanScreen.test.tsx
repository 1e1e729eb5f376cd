// @vitest-environment happy-dom
import type { ApplyView, PlanStep, PlanView, StepState } from '@contract/apply';
import type { WorkspaceView } from '@contract/workspaces';
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { PlanScreen } from '../../../../src-renderer/screens/plan/PlanScreen';
import { loadApply, receiveApply } from '../../../../src-renderer/stores/apply';
import { addChanges, loadDraft, receiveDraft } from '../../../../src-renderer/stores/draft';
import { receiveWorkspaces } from '../../../../src-renderer/stores/workspaces';
import { workspaceKey, workspaceView } from '../../../fixtures/workspace-view';
import { button, click, one, pageText, settle } from '../../components/list/mount';
import { prepareBoard } from '../board/board-answers';
import { openScreen } from '../open-screen';

const key = workspaceKey(1);

function step(number: number, changes: Partial<PlanStep> = {}): PlanStep {
  return {
    id: `s${number}`,
    number,
    target: { kind: 'groupGrants', id: 'g1', name: 'Analysts' },
    words: `Step number ${number}`,
    items: ['i0'],
    request: { method: 'PUT', path: '/groups/g1/permissions', body: '{"permissions":[]}' },
    before: ['Source Admin on env:prod', 'PII Access'],
    after: ['Source Admin on env:prod AND brand:a', 'PII Access'],
    confirm: null,
    ...changes,
  };
}

const plan: PlanView = {
  id: '00000000-0000-4000-8000-00000000aaaa',
  hash: 'a'.repeat(64),
  key,
  fingerprint: 'f'.repeat(64),
  readAt: '2026-11-23T12:00:00.000Z',
  draftRevision: 1,
  steps: [step(1), step(2, { confirm: { why: 'It deletes.', phrase: 'Growth' } })],
  leftOut: [{ item: 'i7', words: 'Delete Growth', reason: 'It is gone already.' }],
  limitedCalls: 2,
  calls: 8,
  minutes: 3.2,
};

function applyView(kind: ApplyView['kind'], steps: StepState[], changes: Partial<ApplyView> = {}): ApplyView {
  return {
    key,
    plan,
    kind,
    reason: null,
    steps,
    foreign: [],
    startedAt: '2026-11-23T12:01:00.000Z',
    ...changes,
  };
}

async function openPlan({
  drafted = true,
  workspace,
}: {
  drafted?: boolean;
  workspace?: WorkspaceView;
} = {}) {
  const prepared = prepareBoard();
  prepared.bridge.answer({ 'plan.make': () => plan });
  if (workspace !== undefined) receiveWorkspaces([workspace]);
  await loadDraft(key);
  await loadApply(key);
  if (drafted) await addChanges(key, [{ kind: 'removeMember', memberId: 'm1' }]);
  await openScreen(<PlanScreen />);
  await settle();
  return prepared;
}

describe('the plan', () => {
  it('says that there is nothing without a draft, and asks for no plan', async () => {
    const { bridge } = await openPlan({ drafted: false });
    expect(pageText()).toContain('Nothing to plan');
    expect(bridge.inputsOf('plan.make')).toEqual([]);
  });

  it('shows changes, effect, steps with why and what changes, what is left out, and the time', async () => {
    await openPlan();
    expect(pageText()).toContain('Do removeMember');
    expect(pageText()).toContain('+1 gain or rise');
    expect(pageText()).toContain('1 new owner: Ada.');
    expect(pageText()).toContain('1 member will be able to relabel sources');
    expect(pageText()).toContain('Permissions of the group Analysts · for: Do removeMember');
    expect(pageText()).toContain('Delete Growth: It is gone already.');
    expect(pageText()).toContain('Takes about 4 minutes');
    expect(
      [...document.querySelectorAll('ol > li:first-child [data-sign]')].map((line) => [
        line.getAttribute('data-sign'),
        line.textContent,
      ]),
    ).toEqual([
      ['−', 'Source Admin on env:prod'],
      ['+', 'Source Admin on env:prod AND brand:a'],
      ['=', '1 line stays as it is'],
    ]);
    expect(pageText()).toContain('asks to type');
  });

  it('unfolds the exact request', async () => {
    await openPlan();
    const fold = one<HTMLButtonElement>('ol [aria-expanded]');
    expect(one('pre').hidden).toBe(true);
    await click(fold);
    expect(one('pre').hidden).toBe(false);
    expect(one('pre').textContent).toContain('"permissions": []');
  });

  it('applies exactly the plan that was shown, by id and hash', async () => {
    const { bridge } = await openPlan();
    bridge.answer({
      'apply.start': () => applyView('running', [{ kind: 'sending' }, { kind: 'planned' }]),
    });
    await click(button('Apply 2 steps'));
    await settle();
    expect(bridge.inputsOf('apply.start')).toEqual([{ key, planId: plan.id, hash: plan.hash }]);
    expect(pageText()).toContain('0 of 2 steps verified, 1 waiting.');
    expect(pageText()).toContain('writing');
  });

  it('is made anew when the draft changes', async () => {
    const { bridge } = await openPlan();
    expect(bridge.inputsOf('plan.make')).toHaveLength(1);
    await act(async () => void (await addChanges(key, [{ kind: 'deleteGroup', groupId: 'g1' }])));
    await settle();
    expect(bridge.inputsOf('plan.make')).toHaveLength(2);
  });

  it('drafts but does not apply while offline', async () => {
    await openPlan({
      workspace: workspaceView(1, {
        sync: {
          kind: 'offline',
          since: '2026-11-23T12:00:00.000Z',
          failure: { code: 'offline', message: 'no network' },
        },
      }),
    });
    expect(button('Apply 2 steps').disabled).toBe(true);
    expect(pageText()).toContain('cannot be reached now. The draft is kept on this machine');
  });

  it('says why it could not be made, and tries again', async () => {
    const { bridge } = await openPlan();
    bridge.refuse('plan.make', { code: 'internal', message: 'It broke.' });
    await act(async () => void (await addChanges(key, [{ kind: 'deleteGroup', groupId: 'g1' }])));
    await settle();
    expect(pageText()).toContain('The plan could not be made. It broke.');
    bridge.answer({ 'plan.make': () => plan });
    await click(button('Try again'));
    await settle();
    expect(pageText()).toContain('Step number 1');
  });

  it('flags changes that no longer apply, with the reason', async () => {
    const { draft } = await openPlan();
    const [item] = draft.view().items;
    if (item === undefined) throw new Error('the draft is empty');
    const stuck = { ...item, state: { kind: 'doesNotApply' as const, reason: 'The member is gone.' } };
    await act(async () => receiveDraft({ ...draft.view(), revision: 9, items: [stuck] }));
    await settle();
    expect(pageText()).toContain('No longer applies: The member is gone.');
  });
});

describe('an apply', () => {
  it('is paused, resumed and cancelled', async () => {
    const { bridge } = await openPlan();
    const states: StepState[] = [{ kind: 'verifying' }, { kind: 'planned' }];
    bridge.answer({
      'apply.pause': () => applyView('paused', states),
      'apply.resume': () => applyView('running', states),
      'apply.cancel': () => applyView('stopped', [{ kind: 'applied', at: plan.readAt }, { kind: 'planned' }]),
    });
    await act(async () => receiveApply(applyView('running', states)));
    await click(button('Pause'));
    await settle();
    await click(button('Resume'));
    await settle();
    await click(button('Cancel the rest'));
    await settle();
    expect(pageText()).toContain('Stopped');
    expect(pageText()).toContain('1 of 2 steps verified, 1 not begun.');
  });

  it('shows a conflict in three versions and plans anew', async () => {
    const { bridge } = await openPlan();
    const there = ['Source Admin on env:prod', 'Source Admin on brand:z'];
    await act(async () =>
      receiveApply(
        applyView('finished', [
          { kind: 'conflict', there },
          { kind: 'applied', at: plan.readAt },
        ]),
      ),
    );
    expect(one('[aria-label="Shown then"]').textContent).toContain('PII Access');
    expect(one('[aria-label="There now"]').textContent).toContain('Source Admin on brand:z');
    expect(one('[aria-label="Yours"]').textContent).toContain('AND brand:a');
    expect(pageText()).toContain('1 of 2 steps verified, 1 in conflict.');
    bridge.answer({ 'apply.dismiss': () => undefined });
    const made = bridge.inputsOf('plan.make').length;
    await click(button('Plan anew'));
    await settle();
    expect(bridge.inputsOf('plan.make')).toHaveLength(made + 1);
    expect(pageText()).toContain('Apply 2 steps');
  });

  it('reports what is unknown, refused or not tried, and what others changed meanwhile', async () => {
    await openPlan();
    await act(async () =>
      receiveApply(
        applyView(
          'stopped',
          [
            { kind: 'unknown', reason: 'The answer was lost.' },
            { kind: 'skipped', reason: 'The step before it failed.' },
          ],
          { reason: 'The token was refused.', foreign: [{ step: 's1', words: 'Ben changed Analysts.' }] },
        ),
      ),
    );
    expect(pageText()).toContain('The token was refused.');
    expect(pageText()).toContain('Ben changed Analysts.');
    expect(pageText()).toContain('The answer was lost.');
    expect(pageText()).toContain('0 of 2 steps verified, 1 unknown, 1 not tried.');
    expect(pageText()).toContain('They are not sent again by themselves');
  });
});
