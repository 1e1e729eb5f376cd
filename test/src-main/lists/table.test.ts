import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTable, type Filter, type Question } from '../../../src-main/lists/table';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly count: number | null;
}
type Name = 'name' | 'count';

function tableOf(rows: readonly Row[]) {
  return createTable<Row, Name>({
    rows,
    idOf: (row) => row.id,
    searched: (row) => [row.name, row.id],
    columns: { name: { by: 'text', of: (row) => row.name }, count: { by: 'number', of: (row) => row.count } },
    first: 'name',
  });
}

const filters: readonly (Filter<Row> | undefined)[] = [
  undefined,
  { name: 'even', keep: (row) => row.count !== null && row.count % 2 === 0 },
  { name: 'unknown', keep: (row) => row.count === null },
];

const rowParts = fc.record({
  name: fc.string({ unit: fc.constantFrom('a', 'b', 'n', ' '), maxLength: 4 }),
  count: fc.option(fc.nat(4)),
});
const questions = fc.record({
  text: fc.constantFrom('', 'a', 'an', 'a b', 'ban', '1', 'zz'),
  sort: fc.constantFrom(
    null,
    ...(['name', 'count'] as const).flatMap((column) =>
      (['ascending', 'descending'] as const).map((direction) => ({ column, direction })),
    ),
  ),
  filter: fc.constantFrom(...filters),
  limit: fc.integer({ min: 1, max: 7 }),
});

describe('a table', () => {
  const rows: Row[] = ['Cid', 'Ann', 'Ben'].map((name, number) => ({
    id: `id${number}`,
    name,
    count: number,
  }));
  const table = tableOf(rows);
  const ask = (parts: Partial<Question<Name>>, filter?: Filter<Row>) =>
    table.window({ text: '', sort: null, offset: 0, limit: 10, ...parts }, filter);

  it('gives everything, sorted by its first column, where nothing was asked', () => {
    expect(ask({}).rows.map(({ name }) => name)).toEqual(['Ann', 'Ben', 'Cid']);
  });

  it('gives the window that was asked for, and an empty one past the end', () => {
    expect(ask({ offset: 1, limit: 1 })).toEqual({ matched: 3, rows: [rows[2]] });
    expect(ask({ offset: 9 })).toEqual({ matched: 3, rows: [] });
    expect(ask({ limit: 0 })).toEqual({ matched: 3, rows: [] });
  });

  it('does not mix up two questions that differ in one thing only', () => {
    const descending = { column: 'name', direction: 'descending' } as const;
    expect(ask({ text: 'n' }).matched).toBe(2);
    expect(ask({ text: 'n' }, { name: 'low', keep: ({ count }) => count === 1 }).matched).toBe(1);
    expect(ask({ text: 'n', sort: descending }).rows.map(({ name }) => name)).toEqual(['Ben', 'Ann']);
    expect(ask({ text: 'n' }).rows.map(({ name }) => name)).toEqual(['Ann', 'Ben']);
  });

  it('finds a row by its id', () => {
    expect(table.byId('id1')?.name).toBe('Ann');
    expect(table.byId('nobody')).toBeNull();
  });

  it('answers in windows what a fresh table answers at once, and exactly the rows that a naive filter keeps', () => {
    fc.assert(
      fc.property(
        fc.array(rowParts, { maxLength: 25 }),
        fc.array(questions, { maxLength: 6 }),
        (parts, asked) => {
          const made = parts.map((part, number) => ({ ...part, id: `id${number}` }));
          const kept = tableOf(made);
          for (const { text, sort, filter, limit } of asked) {
            const whole = tableOf(made).window({ text, sort, offset: 0, limit: made.length }, filter);
            const joined: Row[] = [];
            for (let offset = 0; offset < made.length; offset += limit) {
              const { matched, rows: some } = kept.window({ text, sort, offset, limit }, filter);
              expect(matched).toBe(whole.matched);
              joined.push(...some);
            }
            expect(joined).toEqual(whole.rows);
            expect(whole.rows).toHaveLength(whole.matched);

            const words = text.split(' ').filter((word) => word !== '');
            const fits = (row: Row) =>
              words.every((word) => row.name.toLowerCase().includes(word) || row.id.includes(word)) &&
              (filter?.keep(row) ?? true);
            const anyWords = made.some((row) =>
              words.every((word) => row.name.toLowerCase().includes(word) || row.id.includes(word)),
            );
            const names = (some: readonly Row[]) => some.map(({ id }) => id).sort();
            // Without any row that holds the words, looser ways of finding are tried; they have tests of their own.
            if (anyWords) expect(names(whole.rows)).toEqual(names(made.filter(fits)));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
