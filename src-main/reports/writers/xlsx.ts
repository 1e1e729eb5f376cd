import { setImmediate as nextTurn } from 'node:timers/promises';
import { unzipSync, zipSync } from 'fflate/browser';
import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/universal';
import { aboutLines } from '../about';
import type { Report, ReportTable, Value } from '../report';

/**
 * The most cells of one workbook: 5,000 people by 200 resources with their names. Such a file takes
 * many seconds and most of a gigabyte to make; beyond that a CSV opens better anyway.
 */
export const MOST_CELLS = 1_050_000;
/** The most columns of a sheet (Microsoft's "Excel specifications and limits"): with more, Excel calls the file damaged. */
const MOST_COLUMNS = 16_384;
/** What one cell of Excel holds. */
const LONGEST_TEXT = 32_767;
/** Whether XML can hold the character of this code (XML 1.0, 2.2). */
function isInXml(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code !== 0xfffe && code !== 0xffff && (code < 0xd800 || code > 0xdfff);
}

/** The text with a sign of replacement for what XML cannot hold, halves of characters included. */
function forXml(text: string): string {
  let made = '';
  for (const sign of text) made += isInXml(sign.codePointAt(0) ?? 0) ? sign : '\ufffd';
  return made;
}

/** A sheet would have too many columns for Excel. */
export class TooManyColumns extends Error {
  override readonly name = 'TooManyColumns';

  constructor(readonly columns: number) {
    super(
      `This report has ${columns.toLocaleString('en')} columns, and Excel opens ${MOST_COLUMNS.toLocaleString('en')} at most. Narrow it, or choose CSV.`,
    );
  }
}

/** A workbook would have too many cells; `cells` is how many were counted before that was clear. */
export class TooManyCells extends Error {
  override readonly name = 'TooManyCells';

  constructor(readonly cells: number) {
    super(
      `This report has more than ${MOST_CELLS.toLocaleString('en')} cells, which spreadsheets open slowly or not at all. Choose CSV.`,
    );
  }
}

function cellOf(value: Value): Row[number] {
  if (value === null || value === '') return null;
  if (typeof value !== 'string') return { value, type: typeof value === 'number' ? Number : Boolean };
  const plain = forXml(value);
  const text = plain.length > LONGEST_TEXT ? `${plain.slice(0, LONGEST_TEXT - 1)}…` : plain;
  // Always a string: nothing in it is ever a formula.
  return { value: text, type: String };
}

function headRow({ columns }: ReportTable): Row {
  return columns.map(({ head }) => ({
    value: head.slice(0, LONGEST_TEXT),
    type: String,
    fontWeight: 'bold',
  }));
}

async function sheetOf({ table }: Report, left: number, signal?: AbortSignal): Promise<Sheet<Blob>> {
  if (table.columns.length > MOST_COLUMNS) throw new TooManyColumns(table.columns.length);
  const data: Row[] = [headRow(table)];
  let cells = table.columns.length;
  let turn = performance.now();
  for (const row of table.rows()) {
    cells += row.length;
    if (cells > left) throw new TooManyCells(cells);
    data.push(row.map(cellOf));
    if (performance.now() - turn < 30) continue;
    await nextTurn();
    signal?.throwIfAborted();
    turn = performance.now();
  }
  return {
    data,
    sheet: table.name,
    stickyRowsCount: 1,
    columns: table.columns.map(({ width }) => ({ width })),
  };
}

function coverOf(reports: readonly Report[]): Sheet<Blob> {
  const lines = reports.flatMap(({ head }, at) => [
    ...(at === 0 ? [] : [['', ''] as const]),
    ...aboutLines(head),
  ]);
  return {
    data: lines.map(([name, value]) => [{ value: name, type: String, fontWeight: 'bold' }, cellOf(value)]),
    sheet: 'About',
    columns: [{ width: 28 }, { width: 110 }],
  };
}

/** `A`, `Z`, `AA`: the letters of a column, from 0. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : columnLetters(rest - 1) + letter;
}

/** Gives every table its filters, and the file the same bytes each time: the library has neither. */
function finish(
  workbook: Uint8Array,
  tables: readonly { readonly columns: number; readonly rows: number }[],
): Uint8Array {
  const files = unzipSync(workbook);
  const decode = new TextDecoder();
  const encode = new TextEncoder();
  tables.forEach(({ columns, rows }, at) => {
    // Sheet 1 is the cover.
    const name = `xl/worksheets/sheet${at + 2}.xml`;
    const sheet = files[name];
    if (sheet === undefined || columns === 0) return;
    const range = `A1:${columnLetters(columns - 1)}${rows}`;
    files[name] = encode.encode(
      decode.decode(sheet).replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`),
    );
  });
  const names = Object.keys(files).sort();
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(names.map((name) => [name, files[name] ?? new Uint8Array()])), {
    level: 6,
    mtime,
  });
}

/**
 * Reports as a workbook: a cover sheet, then one sheet for each. It can be stopped between its steps.
 *
 * @throws TooManyCells, TooManyColumns, the reason of the signal
 */
export async function xlsxOf(reports: readonly Report[], signal?: AbortSignal): Promise<Uint8Array> {
  const sheets: Sheet<Blob>[] = [];
  let left = MOST_CELLS;
  for (const report of reports) {
    const sheet = await sheetOf(report, left, signal);
    left -= sheet.data.length * report.table.columns.length;
    sheets.push(sheet);
  }
  const blob = await writeXlsxFile([coverOf(reports), ...sheets]).toBlob();
  signal?.throwIfAborted();
  const workbook = new Uint8Array(await blob.arrayBuffer());
  const sizes = sheets.map(({ data }, at) => ({
    rows: data.length,
    columns: reports[at]?.table.columns.length ?? 0,
  }));
  return finish(workbook, sizes);
}
