import { describe, expect, it } from 'vitest';
import { type Column, columnsThatFit, nextSort } from '../../../../src-renderer/components/list/column';

describe('the sort that a click on a column head asks for', () => {
  it('goes up, down, and back to the order of the list', () => {
    const up = nextSort(null, 'name');
    const down = nextSort(up, 'name');
    expect(up).toEqual({ column: 'name', direction: 'ascending' });
    expect(down).toEqual({ column: 'name', direction: 'descending' });
    expect(nextSort(down, 'name')).toBeNull();
  });

  it('begins anew on another column', () => {
    expect(nextSort({ column: 'name', direction: 'descending' }, 'email')).toEqual({
      column: 'email',
      direction: 'ascending',
    });
  });
});

describe('columns that fit', () => {
  const column = (id: string, from?: number): Column<string> => ({
    id,
    head: id,
    track: '1fr',
    cell: () => id,
    text: () => id,
    ...(from === undefined ? {} : { from }),
  });
  const columns = [column('name'), column('groups', 640), column('grants', 740)];
  const fitting = (width: number) => columnsThatFit(columns, width).map(({ id }) => id);

  it('leaves out those without room, and none before the width is known', () => {
    expect(fitting(500)).toEqual(['name']);
    expect(fitting(700)).toEqual(['name', 'groups']);
    expect(fitting(740)).toEqual(['name', 'groups', 'grants']);
    expect(fitting(0)).toEqual(['name', 'groups', 'grants']);
  });

  it('answers the same list where all have room, so that nothing is drawn again', () => {
    expect(columnsThatFit(columns, 900)).toBe(columns);
  });
});
