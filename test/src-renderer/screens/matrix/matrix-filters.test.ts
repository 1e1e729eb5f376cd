import type { MatrixView } from '@contract/matrix';
import { describe, expect, it } from 'vitest';
import { chipsOf, withoutFilters } from '../../../../src-renderer/screens/matrix/matrix-filters';
import { viewKeyOf, WHOLE_VIEW } from '../../../../src-renderer/screens/matrix/matrix-look';

describe('the chips', () => {
  it('are none for the whole matrix', () => {
    expect(chipsOf(WHOLE_VIEW, '')).toEqual([]);
  });

  it('name everything that narrows or arranges, each with its own way out', () => {
    const view = {
      ...WHOLE_VIEW,
      principalText: ' ana ',
      groupId: 'g1',
      types: ['SOURCE' as const, 'SPACE' as const],
      label: { key: 'brand', value: 'a' },
      level: 'ownerOnly' as const,
      sources: ['direct' as const, 'labels' as const],
      sortResources: 'labels' as const,
      alike: true,
      foldBy: 'brand',
      open: ['=a'],
    };
    const chips = chipsOf(view, 'Analysts');
    expect(chips.map(({ words }) => words)).toEqual([
      'members: “ana”',
      'in Analysts',
      'sources',
      'spaces',
      'with brand:a',
      'some only through an owner role',
      'granted directly',
      'by labels',
      'alike together',
      'folded by brand',
      'resources by labels',
    ]);
    let left: MatrixView = view;
    for (let rest = chips.length; rest > 0; rest -= 1) {
      expect(chipsOf(left, 'Analysts')).toHaveLength(rest);
      left = { ...left, ...chipsOf(left, 'Analysts')[0]?.without };
    }
    expect(left).toEqual(WHOLE_VIEW);
    expect(chipsOf(withoutFilters(view), '').every(({ narrows }) => !narrows)).toBe(true);
  });

  it('leave the place where it is when only a fold is opened', () => {
    expect(viewKeyOf({ ...WHOLE_VIEW, open: ['=a'] })).toBe(viewKeyOf(WHOLE_VIEW));
    expect(viewKeyOf({ ...WHOLE_VIEW, alike: true })).not.toBe(viewKeyOf(WHOLE_VIEW));
  });
});
