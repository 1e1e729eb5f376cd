import { stringify } from 'csv-stringify/sync';
import type { ReportTable, Value } from '../report';
import { neutral } from './plain-text';

/** The most rows in one piece of text, and how long rows that are slow to make may be gathered. */
const TOGETHER = 500;
const GATHER_MS = 10;

const written = (value: Value) =>
  typeof value === 'string' ? neutral(value) : value === null ? '' : String(value);

/** The table as CSV (RFC 4180, UTF-8), piece by piece: the head of the columns first. */
export function* csvOf({ columns, rows }: ReportTable): Generator<string> {
  const lines = (some: readonly (readonly Value[])[]) =>
    stringify(
      some.map((row) => row.map(written)),
      // Without it, naming the end of a line leaves a lone LF or CR in a cell unquoted: what follows
      // it would begin a row, and there a spreadsheet runs it.
      { record_delimiter: 'windows', quote_record_delimiter: true },
    );
  yield lines([columns.map(({ head }) => head)]);
  let some: (readonly Value[])[] = [];
  let since = performance.now();
  for (const row of rows()) {
    some.push(row);
    if (some.length < TOGETHER && performance.now() - since < GATHER_MS) continue;
    yield lines(some);
    some = [];
    since = performance.now();
  }
  if (some.length > 0) yield lines(some);
}
