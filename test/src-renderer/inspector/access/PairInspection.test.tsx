// @vitest-environment happy-dom
import type { ExplanationView } from '@contract/policy';
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { InspectorPane } from '../../../../src-renderer/inspector/InspectorPane';
import { receivePolicy } from '../../../../src-renderer/stores/policy';
import { select, useSelectionStore } from '../../../../src-renderer/stores/selection';
import type { FakeBridge } from '../../../fixtures/fake-bridge';
import { explanation, range, reasonView } from '../../../fixtures/policy-answers';
import { button, click, mount, one, pageText, settle } from '../../components/list/mount';
import { grant, holder, member, scopes } from '../inspections';
import { key, prepareInspector } from '../open-inspector';

let bridge: FakeBridge;

beforeEach(() => {
  bridge = prepareInspector();
});

const pair = {
  kind: 'pair',
  memberId: 'ada',
  resource: { type: 'SOURCE', id: 's1' },
  action: 'view',
} as const;

async function explain(changes: Partial<ExplanationView> = {}): Promise<string> {
  bridge.answer({ 'policy.explain': () => explanation(changes) });
  select(key, 'members', pair);
  await mount(<InspectorPane />);
  await settle();
  return pageText();
}

const reasons = () => [...document.querySelectorAll('li.reason')].map((each) => each.textContent);

describe('a pair', () => {
  it('has its level, with what it might be, and PII', async () => {
    await explain({ level: range({ atLeast: 'read', atMost: 'admin', pii: 'unknown' }) });
    expect(one('.level').textContent).toBe('Read, at most adminPII unknown');
    expect(one('h2').textContent).toBe('Ada → Web prod');
  });

  it('has every reason as a sentence with links, the deciding one first and marked', async () => {
    await explain({
      reasons: [
        reasonView({ grant: grant({ scope: scopes.all }) }),
        reasonView({
          grant: grant({
            scope: scopes.prodAndTruck,
            throughGroup: true,
            holder: holder('group', 'Analysts'),
            roleName: 'Source Read-only',
          }),
          deciding: true,
        }),
      ],
    });
    expect(reasons()).toEqual([
      'DecidesAda is in Analysts, which holds Source Read-only over sources with environment:prod AND product:truck. Web prod carries both.',
      'Ada holds Source Admin over all current and future sources.',
    ]);
    const links = [...(document.querySelectorAll('li.reason')[0]?.querySelectorAll('button') ?? [])];
    expect(links.map((each) => each.textContent)).toEqual([
      'Ada',
      'Analysts',
      'Source Read-only',
      'environment:prod',
      'product:truck',
      'Web prod',
    ]);
  });

  it('has a list worded as such, and a destination through its source', async () => {
    const named = { type: 'SOURCE', id: 's1', name: 'Web prod', exists: true } as const;
    const other = { type: 'SOURCE', id: 's2', name: 'iOS', exists: true } as const;
    await explain({
      targets: [{ subject: { kind: 'resource', id: 'DESTINATION:d1' }, name: 'Braze' }],
      reasons: [
        reasonView({ grant: grant({ scope: { kind: 'list', resources: [named, other] } }) }),
        reasonView({ grant: grant({ scope: { kind: 'list', resources: [named] } }) }),
        reasonView({ grant: grant({ scope: scopes.prod }) }),
      ],
    });
    expect(reasons()).toEqual([
      'Ada holds Source Admin over a list of 2 resources; the source of Braze is on it.',
      'Ada holds Source Admin over Web prod, the source of Braze, by name.',
      'Ada holds Source Admin over sources with environment:prod. The source of Braze carries it.',
    ]);
  });

  it('has doubts and ambiguous readings in words', async () => {
    const reading = { name: 'deletion', text: 'edit is read as including deletion.' };
    const text = await explain({
      effect: 'unknown',
      reasons: [
        reasonView({
          grant: grant({ scope: scopes.prod }),
          doubt: 'its labels cannot be seen',
          readings: [reading],
        }),
        reasonView({
          grant: null,
          unread: 'The grants of Growth could not be read.',
          doubt: 'they may give it',
        }),
      ],
      ambiguous: { readings: [reading], otherwise: 'denied' },
    });
    expect(text).toContain('Whether Ada may view Web prod is unknown.');
    expect(text).toContain(
      'Segment’s documentation contradicts itself here: edit is read as including deletion.By the other reading the answer is: no.',
    );
    expect(reasons()).toEqual([
      'Ada holds Source Admin over sources with environment:prod.Not certain: its labels cannot be seenBy one reading: edit is read as including deletion.',
      'The grants of Growth could not be read.Not certain: they may give it',
    ]);
  });

  it('that is denied has the nearest grants, what each lacks, and what would open it, into the draft where Segment takes it', async () => {
    const change = { kind: 'addToGroup', groupId: 'g1', memberId: 'ada' } as const;
    const text = await explain({
      effect: 'denied',
      level: range({ atLeast: 'none', atMost: 'none' }),
      near: [{ grant: grant({ scope: scopes.prodAndTruck }), lacks: 'It has no `product`.' }],
      fixes: [
        { change, words: 'Add Ada to Analysts.', verdict: { verdict: 'accepted', reasons: [] } },
        {
          change,
          words: 'Grant Source Admin.',
          verdict: { verdict: 'refused', reasons: ['The plan has no such grants.'] },
        },
      ],
    });
    expect(text).toContain('Ada may not view Web prod.');
    expect(text).toContain('WhyNo grant gives it.');
    expect(text).toContain('It has no `product`.');
    expect(text).toContain('Add Ada to Analysts.Segment would accept it.');
    expect(text).toContain('Grant Source Admin.Segment would refuse it. The plan has no such grants.');
    const open = [...document.querySelectorAll('section')].at(-1);
    const names = [...(open?.querySelectorAll('button') ?? [])].map((each) =>
      each.getAttribute('aria-label'),
    );
    expect(names).toEqual(['Add to draft: Add Ada to Analysts.']);
  });

  it('of a question of several parts has the reasons by part', async () => {
    const text = await explain({
      action: 'viewPii',
      effect: 'unknown',
      reasons: [reasonView({ grant: grant({ scope: scopes.all }), deciding: true })],
    });
    expect(text).toContain('Reaches itDecidesAda holds');
    expect(text).toContain('Has PII unmaskedNo grant gives this part.');
  });

  it('of a denied question of several parts does not say which is missing, as nobody said', async () => {
    const text = await explain({ action: 'viewPii', effect: 'denied' });
    expect(text).toContain('not all of them are given:Reaches itHas PII unmasked');
    expect(text).not.toContain('No grant gives this part.');
  });
});

describe('the action picker', () => {
  const options = () => [...document.querySelectorAll('[role="radio"]')];

  it('marks every action as allowed, denied or unknown', async () => {
    await explain();
    expect(options().map((each) => each.getAttribute('aria-label'))).toEqual([
      'View: allowed',
      'Edit: denied',
      'View write key: unknown',
    ]);
    expect(options().map((each) => each.getAttribute('aria-checked'))).toEqual(['true', 'false', 'false']);
  });

  it('asks about another action, in the place of the one before', async () => {
    bridge.answer({
      inspect: () => member(),
      'policy.explain': ({ action }) => explanation({ action }),
    });
    select(key, 'members', pair);
    await mount(<InspectorPane />);
    await settle();
    await click(one('[role="radio"][value="viewWriteKey"]'));
    await settle();
    expect(bridge.inputsOf('policy.explain').at(-1)).toMatchObject({ action: 'viewWriteKey' });
    expect(pageText()).toContain('Ada may view the write key of Web prod.');
    const [shown] = Object.values(useSelectionStore.getState().inspected);
    expect(shown).toMatchObject({ subject: { action: 'viewWriteKey' }, trail: [] });
  });
});

describe('news about a pair', () => {
  it('asks again when the policy has been compiled', async () => {
    await explain();
    bridge.answer({ 'policy.explain': () => explanation({ effect: 'denied' }) });
    await act(async () => receivePolicy({ key, kind: 'ready', fingerprint: 'g', reason: null }));
    await settle();
    expect(pageText()).toContain('Ada may not view Web prod.');
  });

  it('says that something is gone, and what stands against an answer', async () => {
    expect(await explain({ effect: 'denied', errors: ['There is no such resource.'] })).toContain(
      'There is no such resource.',
    );
    bridge.refuse('policy.explain', { code: 'notFound', message: 'Ada is not a member any more.' });
    await act(async () => receivePolicy({ key, kind: 'ready', fingerprint: 'g', reason: null }));
    await settle();
    expect(pageText()).toContain('This is no longer there');
    expect(pageText()).toContain('Ada is not a member any more.');
  });

  it('asks again after a failure', async () => {
    bridge.refuse('policy.explain', { code: 'internal', message: 'It ran out of memory.' });
    select(key, 'members', pair);
    await mount(<InspectorPane />);
    await settle();
    expect(pageText()).toContain('It ran out of memory.');
    bridge.answer({ 'policy.explain': () => explanation() });
    await click(button('Try again'));
    await settle();
    expect(pageText()).toContain('Ada may view Web prod.');
  });
});
