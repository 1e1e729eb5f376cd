import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIds, compareNames } from '../../../src-main/lists/collation';
import { createSortOrders } from '../../../src-main/lists/sort-orders';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly count: number | null;
}

function ordersOf(rows: readonly Row[]) {
  return createSortOrders(
    rows,
    (row) => row.id,
    { name: { by: 'text', of: (row) => row.name }, count: { by: 'number', of: (row) => row.count } },
    'name',
  );
}

function idsIn(rows: readonly Row[], order: readonly number[]): string[] {
  return order.map((number) => rows[number]?.id ?? '?');
}

describe('sort orders', () => {
  const rows: Row[] = [
    { id: 'a', name: 'Team 10', count: 2 },
    { id: 'b', name: 'team 2', count: null },
    { id: 'c', name: 'Élan', count: 2 },
    { id: 'd', name: 'Zoë', count: 7 },
    { id: 'e', name: 'elan', count: null },
    { id: 'g', name: 'Zoë', count: 0 },
    { id: 'f', name: 'Zoë', count: 0 },
  ];
  const orders = ordersOf(rows);
  const ids = (column: 'name' | 'count', direction: 'ascending' | 'descending') =>
    idsIn(rows, orders.order(column, direction));

  it('sorts names as people do: numbers by value, accents and case last, equal ones by id', () => {
    expect(ids('name', 'ascending')).toEqual(['e', 'c', 'b', 'a', 'd', 'f', 'g']);
  });

  it('turns round what differs and leaves equal rows as they were', () => {
    expect(ids('name', 'descending')).toEqual(['d', 'f', 'g', 'a', 'b', 'c', 'e']);
  });

  it('puts unknown numbers last in both directions', () => {
    expect(ids('count', 'ascending')).toEqual(['f', 'g', 'c', 'a', 'd', 'e', 'b']);
    expect(ids('count', 'descending')).toEqual(['d', 'c', 'a', 'f', 'g', 'e', 'b']);
  });

  it('is made once', () => {
    expect(orders.order('count', 'descending')).toBe(orders.order('count', 'descending'));
  });

  it('agrees with a plain stable sort', () => {
    const row = fc.record({
      name: fc.string({ unit: fc.constantFrom('a', 'B', 'é', '1', '9', ' '), maxLength: 3 }),
      count: fc.option(fc.nat(3)),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (parts) => {
        const made = parts.map((part, number) => ({ ...part, id: `id${number % 7}-${number}` }));
        const all = ordersOf(made);
        const standard = [...made].sort((a, b) => compareNames(a.name, b.name) || compareIds(a.id, b.id));
        for (const sign of [1, -1]) {
          const direction = sign === 1 ? 'ascending' : 'descending';
          const byName = [...standard].sort((a, b) => sign * compareNames(a.name, b.name));
          const byCount = [...standard].sort((a, b) => {
            if (a.count === null || b.count === null)
              return Number(a.count === null) - Number(b.count === null);
            return sign * (a.count - b.count);
          });
          expect(idsIn(made, all.order('name', direction))).toEqual(byName.map(({ id }) => id));
          expect(idsIn(made, all.order('count', direction))).toEqual(byCount.map(({ id }) => id));
        }
      }),
    );
  });
});
