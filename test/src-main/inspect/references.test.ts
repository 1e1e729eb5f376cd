import { inspectionSchema } from '@contract/inspect';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../../src-main/inspect/inspect';
import { capReferences, joinSentences, MOST_REFERENCES } from '../../../src-main/inspect/references';
import { createListIndex } from '../../../src-main/lists/list-index';
import { buildSnapshot, group, resources } from '../../fixtures/snapshot';

const ids = (count: number) => Array.from({ length: count }, (_, number) => `id${number}`);

describe('references', () => {
  it('fit when they are as many as an answer may hold', () => {
    const all = ids(MOST_REFERENCES).map((id) => ({ subject: { kind: 'member', id } as const, name: id }));
    expect(capReferences(all, 'members')).toEqual({ references: all, leftOut: null });
  });

  it('hold a group of 5,145 people whole', () => {
    const index = createListIndex(buildSnapshot({ groups: [group('g', { memberIds: ids(5_145) })] }));
    const found = inspect(index, { kind: 'group', id: 'g' }, { attestations: [] });
    expect(inspectionSchema.parse(found)).toMatchObject({ kind: 'group', reason: null });
    expect(found.kind === 'group' && found.members).toHaveLength(5_145);
  });

  it('say how many there are when a label is on more than fit', () => {
    const all = ids(MOST_REFERENCES + 1).map((id) => resources.source(id, 'env:prod'));
    const found = inspect(
      createListIndex(buildSnapshot({ resources: all })),
      { kind: 'label', id: 'env:prod' },
      { attestations: [] },
    );
    expect(inspectionSchema.parse(found)).toMatchObject({
      row: { sources: 10_001 },
      spacesReason: 'Only the first 10,000 of 10,001 resources are listed here.',
    });
  });
});

describe('sentences', () => {
  it('are joined, each once, and null when there are none', () => {
    expect(joinSentences([null, 'One.', 'Two.', 'One.'])).toBe('One. Two.');
    expect(joinSentences([null])).toBeNull();
  });
});
