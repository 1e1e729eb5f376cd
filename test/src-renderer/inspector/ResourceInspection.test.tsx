// @vitest-environment happy-dom
import type { Inspection, Subject } from '@contract/inspect';
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FakeBridge } from '../../fixtures/fake-bridge';
import { button, click, one, pageText, type } from '../components/list/mount';
import { grant, holder, resource, resourceRow, scopes } from './inspections';
import { key, openInspector, prepareInspector } from './open-inspector';

let bridge: FakeBridge;

beforeEach(() => {
  bridge = prepareInspector();
});

/** Opens the inspector on `subject`, about which main answers `inspection`. */
function inspect(
  inspection: Inspection,
  subject: Subject = { kind: 'resource', id: 'SOURCE:s1' },
): Promise<string> {
  return openInspector(bridge, inspection, subject);
}

describe('a resource', () => {
  const subject: Subject = { kind: 'resource', id: 'SOURCE:s1' };

  it('has the grants by how they reach it, each with what that means', async () => {
    const text = await inspect(
      resource({
        named: [grant({ scope: scopes.all })],
        byLabel: [grant({ scope: scopes.prod })],
        overall: [grant({ scope: scopes.all, holder: holder('group', 'Analysts') })],
        uncertain: [grant({ scope: scopes.unknown })],
      }),
      subject,
    );
    expect(text).toContain('Granted by name1These grants list this source itself.');
    expect(text).toContain('Granted by label1These grants reach whatever carries all of their labels');
    expect(text).toContain('Granted over all1These grants reach all current and future sources.');
    expect(text).toContain('Uncertain1These grants may or may not reach this source');
    expect(text).toContain('AnalystsSource Admin');
  });

  it('whose labels cannot be seen says why, and takes a statement', async () => {
    const space = resourceRow({ type: 'SPACE', id: 'sp1', name: 'Engage EU', labels: null });
    const reason = 'The Public API does not show the labels of spaces.';
    const text = await inspect(resource({ row: space, byLabel: null, reason }), {
      kind: 'resource',
      id: 'SPACE:sp1',
    });
    expect(text).toContain(`LabelsUnknown. ${reason}`);
    expect(text).toContain('Granted by labelUnknown.');
    expect(text).not.toContain('carries no labels');

    const statement = {
      subject: 'spaceLabels',
      spaceId: 'sp1',
      value: [{ key: 'environment', value: 'prod' }],
    };
    bridge.answer({
      'attestations.set': ({ statement: said }) => ({
        key,
        statement: { ...said, subject: 'spaceLabels', spaceId: 'sp1', value: [] },
        by: 'ada@northwind.example',
        at: '2026-11-23T12:00:00.000Z',
      }),
    });
    await click(button('State its labels'));
    await type(one<HTMLInputElement>('form input'), 'environment prod');
    await act(async () => one<HTMLFormElement>('form').requestSubmit());
    expect(pageText()).toContain('write it as key:value');
    expect(bridge.inputsOf('attestations.set')).toEqual([]);
    await type(one<HTMLInputElement>('form input'), 'environment:prod');
    await act(async () => one<HTMLFormElement>('form').requestSubmit());
    expect(bridge.inputsOf('attestations.set')).toEqual([{ key, statement }]);
    expect(bridge.inputsOf('inspect')).toHaveLength(2);
  });

  it('shows a statement as one, with its author, and withdraws it', async () => {
    const space = resourceRow({ type: 'SPACE', id: 'sp1', name: 'Engage EU', labels: null });
    await inspect(
      resource({
        row: space,
        byLabel: null,
        reason: 'Not shown.',
        attestation: {
          key,
          statement: {
            subject: 'spaceLabels',
            spaceId: 'sp1',
            value: [{ key: 'environment', value: 'prod' }],
          },
          by: 'priya@northwind.example',
          at: '2026-11-20T12:00:00.000Z',
        },
      }),
      { kind: 'resource', id: 'SPACE:sp1' },
    );
    expect(pageText()).toContain('Stated by priya@northwind.example');
    expect(pageText()).toContain('Not read from Segment.');
    bridge.answer({ 'attestations.clear': () => undefined });
    await click(button('Withdraw'));
    expect(bridge.inputsOf('attestations.clear')).toEqual([{ key, subject: 'spaceLabels', spaceId: 'sp1' }]);
  });

  it('that is a destination follows its source', async () => {
    const row = resourceRow({
      type: 'DESTINATION',
      id: 'd1',
      name: 'Braze',
      labels: [],
      canCarryLabels: false,
      source: { id: 's1', name: 'Web prod' },
    });
    const text = await inspect(resource({ row, overall: [grant({ scope: scopes.all })] }), {
      kind: 'resource',
      id: 'DESTINATION:d1',
    });
    expect(text).toContain('A destination has no grants of its own: whoever reaches its source reaches it.');
    expect(button('Web prod')).toBeTruthy();
  });
});
