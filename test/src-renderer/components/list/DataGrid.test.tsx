// @vitest-environment happy-dom
import { act, createRef } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Column } from '../../../../src-renderer/components/list/column';
import { DataGrid, type DataGridProps } from '../../../../src-renderer/components/list/DataGrid';
import { button, click, focus, giveLayout, mount, one, press } from './mount';

interface Person {
  id: string;
  name: string;
  groups: number | null;
}

const columns: readonly Column<Person, 'name'>[] = [
  { id: 'name', head: 'Name', sort: 'name', track: '1fr', cell: (row) => row.name, text: (row) => row.name },
  {
    id: 'groups',
    head: 'Groups',
    track: '80px',
    cell: (row) => <button type="button">{row.groups ?? 'unknown'}</button>,
    text: (row) => String(row.groups ?? 'unknown'),
  },
];

function person(index: number): Person {
  return { id: `p${index}`, name: `Person ${index}`, groups: index % 3 === 0 ? null : index };
}

const table = createRef<HTMLTableElement>();

function grid(changes: Partial<DataGridProps<Person, 'name'>> = {}) {
  return (
    <DataGrid
      table={table}
      label="people"
      columns={columns}
      count={20_000}
      rowAt={person}
      rowKey={(row) => row.id}
      questionId="all"
      memoryKey="test people"
      rowHeight={32}
      sort={null}
      onSort={() => {}}
      selectedKey={null}
      onOpen={() => {}}
      onVisible={() => {}}
      {...changes}
    />
  );
}

function activeRow(): HTMLElement {
  return one(`#${CSS.escape(one('table').getAttribute('aria-activedescendant') ?? 'none')}`);
}

async function copied(): Promise<string> {
  const clipboardData = new DataTransfer();
  const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
  await act(async () => {
    document.body.dispatchEvent(event);
  });
  return clipboardData.getData('text/plain');
}

beforeEach(() => giveLayout());

describe('a list of 20,000', () => {
  it('draws the rows in sight only', async () => {
    await mount(grid());
    const rows = document.querySelectorAll('tbody tr');
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.length).toBeLessThan(60);
  });

  it('tells how long it is and where each row stands', async () => {
    await mount(grid());
    const table = one('table');
    expect(table.getAttribute('role')).toBe('grid');
    expect(table.getAttribute('aria-rowcount')).toBe('20001');
    expect(table.getAttribute('aria-colcount')).toBe('2');
    expect(one('tbody tr').getAttribute('aria-rowindex')).toBe('2');
    expect(one('thead tr').getAttribute('aria-rowindex')).toBe('1');
  });

  it('says which rows are in sight', async () => {
    const onVisible = vi.fn();
    await mount(grid({ onVisible }));
    expect(onVisible).toHaveBeenCalledWith(0, expect.any(Number));
    expect(onVisible.mock.lastCall?.[1]).toBeGreaterThan(10);
    expect(onVisible.mock.lastCall?.[1]).toBeLessThan(30);
  });
});

describe('the keyboard', () => {
  it('arrives at the first row in sight', async () => {
    await mount(grid());
    await focus(one('table'));
    expect(activeRow().dataset.index).toBe('0');
  });

  it('moves a cursor that screen readers are told of', async () => {
    await mount(grid());
    await press(one('table'), 'ArrowDown');
    expect(activeRow().getAttribute('aria-rowindex')).toBe('2');
    await press(one('table'), 'ArrowDown');
    expect(activeRow().getAttribute('aria-rowindex')).toBe('3');
    await press(one('table'), 'ArrowUp');
    expect(activeRow().textContent).toContain('Person 0');
  });

  it('keeps the row of the cursor in the page, however far it is', async () => {
    await mount(grid());
    await press(one('table'), 'End');
    expect(activeRow().getAttribute('aria-rowindex')).toBe('20001');
    expect(activeRow().textContent).toContain('Person 19999');
    await press(one('table'), 'Home');
    expect(activeRow().textContent).toContain('Person 0');
  });

  it('goes by pages', async () => {
    await mount(grid());
    await press(one('table'), 'Home');
    await press(one('table'), 'PageDown');
    const index = Number(activeRow().dataset.index);
    expect(index).toBeGreaterThan(10);
    expect(index).toBeLessThan(20);
  });

  it('opens the row of the cursor with Enter', async () => {
    const onOpen = vi.fn();
    await mount(grid({ onOpen }));
    await press(one('table'), 'ArrowDown');
    await press(one('table'), 'ArrowDown');
    expect(onOpen).not.toHaveBeenCalled();
    await press(one('table'), 'Enter');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(person(1));
  });

  it('lets an open inspector follow the cursor', async () => {
    const onOpen = vi.fn();
    await mount(grid({ onOpen, selectedKey: 'p0' }));
    await press(one('table'), 'ArrowDown');
    await press(one('table'), 'ArrowDown');
    expect(onOpen.mock.calls.map(([row]) => row.id)).toEqual(['p0', 'p1']);
  });

  it('leaves keys with a modifier to the app', async () => {
    await mount(grid());
    expect(await press(one('table'), 'ArrowDown', { ctrlKey: true })).toBe(false);
    expect(one('table').getAttribute('aria-activedescendant')).toBeNull();
  });
});

describe('the pointer', () => {
  it('opens the row that was clicked', async () => {
    const onOpen = vi.fn();
    await mount(grid({ onOpen }));
    await click(one('tr[data-index="4"] td'));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(person(4));
    expect(activeRow().dataset.index).toBe('4');
  });

  it('leaves a button inside of a row its own meaning', async () => {
    const onOpen = vi.fn();
    await mount(grid({ onOpen }));
    await click(one('tr[data-index="4"] button'));
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('sorts by a column, and says so', async () => {
    const onSort = vi.fn();
    const { render } = await mount(grid({ onSort }));
    expect(one('th').getAttribute('aria-sort')).toBe('none');
    await click(button('Name'));
    expect(onSort).toHaveBeenCalledWith({ column: 'name', direction: 'ascending' });
    await render(grid({ onSort, sort: { column: 'name', direction: 'descending' } }));
    expect(one('th').getAttribute('aria-sort')).toBe('descending');
    expect(document.querySelectorAll('th')[1]?.hasAttribute('aria-sort')).toBe(false);
  });
});

describe('copying', () => {
  it('takes the row of the cursor as cells', async () => {
    await mount(grid());
    await focus(one('table'));
    await press(one('table'), 'ArrowDown');
    expect(await copied()).toBe('Person 1\t1');
  });

  it('says unknown for what is unknown', async () => {
    await mount(grid());
    await focus(one('table'));
    expect(await copied()).toBe('Person 0\tunknown');
  });
});

describe('copying elsewhere', () => {
  it('is left alone', async () => {
    await mount(grid());
    await press(one('table'), 'ArrowDown');
    await act(async () => one('table').blur());
    expect(await copied()).toBe('');
  });
});

describe('new data', () => {
  it('keeps the cursor on the same thing', async () => {
    const { render } = await mount(grid());
    await press(one('table'), 'ArrowDown');
    await press(one('table'), 'ArrowDown');
    await press(one('table'), 'ArrowDown');
    expect(activeRow().textContent).toContain('Person 2');
    await render(grid({ rowAt: (index) => (index === 0 ? person(777) : person(index - 1)) }));
    expect(activeRow().textContent).toContain('Person 2');
    expect(activeRow().dataset.index).toBe('3');
  });

  it('keeps the cursor within a list that became shorter', async () => {
    const { render } = await mount(grid());
    await press(one('table'), 'End');
    await render(grid({ count: 10 }));
    expect(activeRow().dataset.index).toBe('9');
  });

  it('begins anew under another question', async () => {
    const { render } = await mount(grid());
    await press(one('table'), 'ArrowDown');
    await render(grid({ questionId: 'other' }));
    expect(one('table').getAttribute('aria-activedescendant')).toBeNull();
  });

  it('shows a row on its way without any value', async () => {
    await mount(grid({ rowAt: () => undefined }));
    expect(one('tbody tr').textContent).toBe('');
  });
});
