import { paletteHitSchema } from '@contract/lists';
import type { Snapshot } from '@contract/snapshot';
import { describe, expect, it } from 'vitest';
import { createListIndex } from '../../../src-main/lists/list-index';
import { findInPalette } from '../../../src-main/lists/palette';
import { buildSnapshot, grant, group, label, member, resources } from '../../fixtures/snapshot';

const NORTH = '00000000-0000-4000-8000-000000000001';
const SOUTH = '00000000-0000-4000-8000-000000000002';

const source = (key: string, workspaceName: string, parts: Partial<Snapshot>) => ({
  key,
  workspaceName,
  index: createListIndex(buildSnapshot(parts)),
});

const north = source(NORTH, 'North', {
  members: [
    ...Array.from({ length: 60 }, (_, number) => member(`prod${number}`)),
    member('zoe', { name: 'Zoë Jensen' }),
  ],
  invites: [{ email: 'prod.new@example.com' }],
  groups: [group('g1', { name: 'Production team', memberIds: ['zoe'] })],
  roles: [{ id: 'r1', name: 'Product Admin', description: 'Edits products.' }],
  labels: [label('env:prod')],
  resources: [resources.source('web-prod'), resources.space('p')],
});
const south = source(SOUTH, 'South', {
  members: [member('zoe2', { name: 'Zoe Jensen', grants: [grant('X')] })],
  groups: [group('g2', { name: 'Prod', memberIds: null })],
});
const find = (text: string, limit = 10) =>
  paletteHitSchema.array().parse(findInPalette([north, south], text, limit));

describe('the palette', () => {
  it.each(['', '  '])('finds nothing for %j', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('leaves room for every kind beside sixty members', () => {
    const hits = find('prod');
    expect(hits).toHaveLength(10);
    expect(new Set(hits.map(({ kind }) => kind))).toEqual(
      new Set(['member', 'invite', 'group', 'resource', 'label', 'role']),
    );
  });

  it('puts first what is called exactly so, over all workspaces', () => {
    const [first, second] = find('prod');
    expect(first).toEqual({
      key: SOUTH,
      workspace: 'South',
      kind: 'group',
      id: 'g2',
      title: 'Prod',
      detail: 'Group',
    });
    expect(second).toMatchObject({ kind: 'label', id: 'env:prod', title: 'env:prod', detail: 'Label' });
  });

  it('finds a person in several workspaces', () => {
    expect(find('zoe jensen').map(({ key, id }) => [key, id])).toEqual([
      [NORTH, 'zoe'],
      [SOUTH, 'zoe2'],
    ]);
  });

  it('says what each hit is and how to select it', () => {
    expect(find('web-prod')[0]).toMatchObject({
      kind: 'resource',
      id: 'SOURCE:web-prod',
      detail: 'Source · Javascript',
    });
    expect(find('production')[0]).toMatchObject({ kind: 'group', id: 'g1', detail: 'Group · 1 member' });
    expect(find('prod.new@')[0]).toMatchObject({
      kind: 'invite',
      id: 'prod.new@example.com',
      detail: 'Pending invite',
    });
    expect(find('product admin')[0]).toMatchObject({ kind: 'role', id: 'r1', detail: 'Edits products.' });
  });

  it('forgives a slip only when nothing fits as typed', () => {
    expect(find('jenssen').map(({ title }) => title)).toEqual(['Zoë Jensen', 'Zoe Jensen']);
    expect(find('production').map(({ title }) => title)).toEqual(['Production team']);
  });

  it('keeps to its limit', () => {
    expect(find('prod', 3)).toHaveLength(3);
    expect(find('example', 50)).toHaveLength(50);
  });
});
