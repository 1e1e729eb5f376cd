// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { InspectorPane } from '../../../../src-renderer/inspector/InspectorPane';
import { select } from '../../../../src-renderer/stores/selection';
import type { FakeBridge } from '../../../fixtures/fake-bridge';
import { explanation, range } from '../../../fixtures/policy-answers';
import { button, click, mount, one, pageText, settle, type } from '../../components/list/mount';
import { resource, resourceRow } from '../inspections';
import { key, prepareInspector } from '../open-inspector';

let bridge: FakeBridge;

beforeEach(() => {
  bridge = prepareInspector();
});

const space = { subject: { kind: 'resource', id: 'SPACE:sp1' }, name: 'Growth' } as const;

async function explain(level = range({ atLeast: 'none', atMost: 'admin', pii: 'unknown' })): Promise<void> {
  bridge.answer({
    'policy.explain': () => explanation({ targets: [space], level, effect: 'unknown' }),
    inspect: () =>
      resource({
        row: resourceRow({ type: 'SPACE', id: 'sp1', name: 'Growth', labels: null, canCarryLabels: true }),
        reason: 'The Public API does not show the labels of spaces.',
      }),
    'attestations.set': ({ statement }) => ({
      key,
      statement,
      by: 'ada@northwind.example',
      at: '2026-11-23T12:00:00.000Z',
    }),
  });
  const pair = {
    kind: 'pair',
    memberId: 'ada',
    resource: { type: 'SPACE', id: 'sp1' },
    action: 'view',
  } as const;
  select(key, 'members', pair);
  await mount(<InspectorPane />);
  await settle();
}

describe('an answer that hangs on labels of a space', () => {
  it('says that they cannot be seen, and takes what the admin states', async () => {
    await explain();
    expect(pageText()).toContain('The Public API does not show the labels of spaces.');
    await click(button('State its labels'));
    await type(one<HTMLInputElement>('input[placeholder="environment:prod, brand:acme"]'), 'brand:a');
    await click(button('State this'));
    await settle();
    expect(bridge.inputsOf('attestations.set')).toEqual([
      {
        key,
        statement: { subject: 'spaceLabels', spaceId: 'sp1', value: [{ key: 'brand', value: 'a' }] },
      },
    ]);
  });

  it('asks for nothing where the answer is certain', async () => {
    await explain(range({ atLeast: 'admin', atMost: 'admin', pii: 'allowed' }));
    expect(pageText()).not.toContain('State its labels');
    expect(bridge.inputsOf('inspect')).toEqual([]);
  });
});
