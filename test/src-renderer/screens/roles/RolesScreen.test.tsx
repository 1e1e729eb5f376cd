// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { RolesScreen } from '../../../../src-renderer/screens/roles/RolesScreen';
import { one } from '../../components/list/mount';
import { cellsOf, openScreen, prepareScreen } from '../open-screen';

describe('roles', () => {
  it('show who holds them, and mark those that Gatehouse does not know with why that matters', async () => {
    prepareScreen('roles').answer({
      'lists.roles': () => ({
        fingerprint: 'f',
        total: 2,
        matched: 2,
        offset: 0,
        unknown: null,
        rows: [
          {
            id: 'r1',
            name: 'Source Admin',
            description: 'Edits sources',
            members: 25,
            groups: 11,
            known: true,
          },
          { id: 'r2', name: 'Night Porter', description: '', members: 1, groups: 0, known: false },
        ],
      }),
    });
    await openScreen(<RolesScreen />);
    expect(cellsOf(0)).toEqual(['Source Admin', 'Edits sources', '25', '11']);
    expect(cellsOf(1)).toEqual(['Night Porterunknown role', '', '1', '0']);
    expect(one('tr[data-index="1"] [title*="unknown, never as none"]')).toBeTruthy();
  });
});
