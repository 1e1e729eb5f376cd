import { stringify } from 'csv-stringify/sync';
import type { ReportTable, Value } from '../report';
import { neutral } from './plain-text';

/** Rows in one piece of text. */
const TOGETHER = 500;

const written = (value: Value) =>
  typeof value === 'string' ? neutral(value) : value === null ? '' : String(value);

/** The table as CSV (RFC 4180, UTF-8), piece by piece: the head of the columns first. */
export function* csvOf({ columns, rows }: ReportTable): Generator<string> {
  const lines = (some: readonly (readonly Value[])[]) =>
    stringify(
      some.map((row) => row.map(written)),
      { record_delimiter: 'windows' },
    );
  yield lines([columns.map(({ head }) => head)]);
  let some: (readonly Value[])[] = [];
  for (const row of rows()) {
    some.push(row);
    if (some.length < TOGETHER) continue;
    yield lines(some);
    some = [];
  }
  if (some.length > 0) yield lines(some);
}
