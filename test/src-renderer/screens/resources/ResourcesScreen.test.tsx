// @vitest-environment happy-dom
import type { ListPage } from '@contract/lists';
import { describe, expect, it } from 'vitest';
import { ResourcesScreen } from '../../../../src-renderer/screens/resources/ResourcesScreen';
import { reach } from '../../../fixtures/policy-answers';
import { button, click, one, pageText, settle } from '../../components/list/mount';
import { resourceRow } from '../../inspector/inspections';
import { cellsOf, openScreen, prepareScreen } from '../open-screen';

const rows = [
  resourceRow({ labels: [{ key: 'environment', value: 'prod' }] }),
  resourceRow({ type: 'SPACE', id: 'sp1', name: 'Engage EU', detail: '', enabled: null, labels: null }),
  resourceRow({ id: 's2', name: 'Old web', enabled: false }),
  resourceRow({
    type: 'DESTINATION',
    id: 'd1',
    name: 'Braze',
    detail: 'Braze',
    canCarryLabels: false,
    source: { id: 's9', name: null },
  }),
  resourceRow({
    type: 'FUNCTION',
    id: 'f1',
    name: 'Enrich',
    detail: 'INSERT_DESTINATION',
    enabled: null,
    canCarryLabels: false,
  }),
];

function page(changes: Partial<ListPage<'resources'>> = {}): ListPage<'resources'> {
  return {
    fingerprint: 'f',
    total: 304,
    matched: rows.length,
    offset: 0,
    rows,
    unknown: null,
    byType: { SOURCE: 172, DESTINATION: 64, WAREHOUSE: 6, SPACE: 30, TRACKING_PLAN: 0, FUNCTION: null },
    unreadable: [],
    ...changes,
  };
}

describe('resources', () => {
  it('show kind, detail, labels, source and state', async () => {
    prepareScreen('resources').answer({ 'lists.resources': () => page() });
    await openScreen(<ResourcesScreen />);
    expect(cellsOf(0)).toEqual([
      'Web prod',
      'Source',
      'Javascript',
      'environment:prod',
      'being worked out',
      '',
      'on',
    ]);
    expect(cellsOf(2)).toEqual(['Old web', 'Source', 'Javascript', 'none', 'being worked out', '', 'off']);
    expect(cellsOf(3)).toEqual(['Braze', 'Destination', 'Braze', '', 'being worked out', 's9', 'on']);
    expect(cellsOf(4)[2]).toBe('Insert destination');
  });

  it('count the people who reach them, out of the members', async () => {
    prepareScreen('resources').answer({
      'lists.resources': () =>
        page({ rows: [resourceRow({ reach: reach({ admin: 1, read: 0, unknown: 0 }) })], matched: 1 }),
    });
    await openScreen(<ResourcesScreen />);
    expect(one('tr[data-index="0"] [title^="reached"]').title).toBe('reached by 1 of 203 people: 1 admin');
  });

  it('tell unknown labels of a space from none', async () => {
    prepareScreen('resources').answer({ 'lists.resources': () => page() });
    await openScreen(<ResourcesScreen />);
    expect(cellsOf(1)[3]).toBe('unknown');
    expect(one('tr[data-index="1"] [title]').getAttribute('title')).toContain(
      'does not show the labels of spaces',
    );
  });

  it('are narrowed to kinds, several at once, each with its count', async () => {
    const bridge = prepareScreen('resources').answer({ 'lists.resources': () => page() });
    await openScreen(<ResourcesScreen />);
    await click(button('Sources172'));
    await click(button('Spaces30'));
    await settle();
    expect(bridge.inputsOf('lists.resources').at(-1)).toMatchObject({ types: ['SOURCE', 'SPACE'] });
    expect(button('Sources172').getAttribute('aria-pressed')).toBe('true');
    await click(button('Sources172'));
    await settle();
    expect(bridge.inputsOf('lists.resources').at(-1)).toMatchObject({ types: ['SPACE'] });
  });

  it('of a kind that could not be read are unknown with the reason, and not 0', async () => {
    prepareScreen('resources').answer({
      'lists.resources': () => page({ unreadable: [{ type: 'FUNCTION', reason: 'The server refused.' }] }),
    });
    await openScreen(<ResourcesScreen />);
    expect(one('[role="status"]').textContent).toBe('5 of 304+');
    expect(pageText()).toContain('The server refused.');
    expect(button('Functionsunknown').title).toBe('The server refused.');
    expect(button('Tracking plans0')).toBeTruthy();
  });

  it('are narrowed to a label by a click on it, without being selected, and widened again', async () => {
    const bridge = prepareScreen('resources').answer({ 'lists.resources': () => page() });
    await openScreen(<ResourcesScreen />);
    await click(button('Show only environment:prod'));
    await settle();
    expect(bridge.inputsOf('lists.resources').at(-1)).toMatchObject({
      label: { key: 'environment', value: 'prod' },
    });
    expect(one('tr[data-index="0"]').getAttribute('aria-selected')).toBe('false');
    await click(button('Show resources without environment:prod too'));
    await settle();
    expect(bridge.inputsOf('lists.resources').at(-1)).toMatchObject({ label: null });
  });
});
