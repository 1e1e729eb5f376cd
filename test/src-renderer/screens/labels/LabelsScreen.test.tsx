// @vitest-environment happy-dom
import type { LabelRow, ListPage } from '@contract/lists';
import { describe, expect, it } from 'vitest';
import { InspectorPane } from '../../../../src-renderer/inspector/InspectorPane';
import { LabelsScreen } from '../../../../src-renderer/screens/labels/LabelsScreen';
import { resourcesLook } from '../../../../src-renderer/screens/resources/resources-look';
import { useNavigationStore } from '../../../../src-renderer/stores/navigation';
import { summary, workspaceKey, workspaceView } from '../../../fixtures/workspace-view';
import { button, click, one, pageText, settle } from '../../components/list/mount';
import { cellsOf, openScreen, prepareScreen } from '../open-screen';

function row(key: string, value: string, changes: Partial<LabelRow> = {}): LabelRow {
  return {
    key,
    value,
    description: '',
    sources: 3,
    spaces: 1,
    memberGrants: 0,
    groupGrants: 2,
    people: 42,
    ...changes,
  };
}

const rows = [
  row('brand', 'acme'),
  row('brand', 'zeta', { spaces: null, memberGrants: 4 }),
  row('environment', 'prod', { description: 'Live' }),
];

const page: ListPage<'labels'> = {
  fingerprint: 'f',
  total: 3,
  matched: 3,
  offset: 0,
  rows,
  unknown: null,
};

describe('labels', () => {
  it('stand under their key, which is said once to the eye and in each row to screen readers', async () => {
    prepareScreen('labels').answer({ 'lists.labels': () => page });
    await openScreen(<LabelsScreen />);
    expect([0, 1, 2].map((index) => cellsOf(index)[0])).toEqual(['brand', 'brand', 'environment']);
    expect(document.querySelectorAll('.key')).toHaveLength(2);
    expect(one('tr[data-index="1"]').hasAttribute('data-begins')).toBe(false);
    expect(one('tr[data-index="2"]').hasAttribute('data-begins')).toBe(true);
  });

  it('count where they are used, and say unknown where spaces cannot be seen', async () => {
    const snapshot = summary({
      unknowns: [{ subject: 'spaceLabels', reason: 'Labels of spaces are not shown.', count: 1 }],
    });
    prepareScreen('labels', workspaceView(1, { snapshot })).answer({ 'lists.labels': () => page });
    await openScreen(<LabelsScreen />);
    expect(cellsOf(1)).toEqual(['brand', 'zeta', '', '3', '?unknown', '6', '2', '4', '42']);
    expect(cellsOf(2).slice(2, 6)).toEqual(['Live', '3', '1', '2']);
    expect(pageText()).toContain('Which spaces carry a label is unknown: Labels of spaces are not shown.');
  });

  it('lead to the resources that carry them', async () => {
    prepareScreen('labels').answer({
      'lists.labels': () => page,
      inspect: () => ({
        kind: 'label',
        row: row('environment', 'prod'),
        resources: [{ subject: { kind: 'resource', id: 'SOURCE:s1' }, name: 'Web prod' }],
        spacesReason: null,
        grants: [],
      }),
    });
    await openScreen(
      <>
        <LabelsScreen />
        <InspectorPane />
      </>,
    );
    await click(one('tr[data-index="2"] td'));
    await settle();
    await click(button('Show resources'));
    expect(useNavigationStore.getState().screen).toBe('resources');
    expect(resourcesLook.looks.getState()[workspaceKey(1)]).toMatchObject({
      label: { key: 'environment', value: 'prod' },
      text: '',
      types: [],
    });
  });
});
