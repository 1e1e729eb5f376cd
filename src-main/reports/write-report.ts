import { setImmediate as nextTurn } from 'node:timers/promises';
import { aboutLines } from './about';
import type { Report } from './report';
import type { ReportScope } from './scope';
import type { ReportSource } from './source';
import { csvOf } from './writers/csv';
import { htmlOf } from './writers/html';
import { jsonOf } from './writers/json';
import { neutral } from './writers/plain-text';
import { xlsxOf } from './writers/xlsx';

/** The formats; `html` is what is printed as PDF. */
export const reportFormats = ['csv', 'json', 'xlsx', 'html'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A file that was made. */
export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How a file is being made: what is told, and what stops it. */
export interface Making {
  /** Stops before the next piece. */
  readonly signal?: AbortSignal;
  /** Hears how many bytes there are so far. */
  readonly onProgress?: (bytes: number) => void;
}

/** Joins the pieces of a file. Between them others get their turn, and it can be stopped. @throws the signal's reason */
async function joined(pieces: Iterable<string>, { signal, onProgress }: Making): Promise<Uint8Array> {
  const made: Buffer[] = [];
  let bytes = 0;
  let turn = performance.now();
  let text = '';
  const flush = () => {
    if (text === '') return;
    const piece = Buffer.from(text);
    made.push(piece);
    bytes += piece.byteLength;
    text = '';
  };
  for (const piece of pieces) {
    text += piece;
    if (text.length > 65_536) flush();
    if (performance.now() - turn < 30) continue;
    onProgress?.(bytes);
    await nextTurn();
    signal?.throwIfAborted();
    turn = performance.now();
  }
  flush();
  onProgress?.(bytes);
  return Buffer.concat(made);
}

/** A name for a file: what it is, of which workspace, as of when; only plain characters. */
export function fileName({ head }: Report, ending: string): string {
  const slug = head.workspace.slug.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 60) || 'workspace';
  return `${slug}-${head.kind}-${head.asOf.slice(0, 10)}.${ending}`;
}

/** What every CSV goes with: a CSV has no place of its own to say what it is about. */
function aboutFile(report: Report): ReportFile {
  const lines = aboutLines(report.head).map((line) =>
    line.map((text) => `"${neutral(text).replaceAll('"', '""')}"`).join(','),
  );
  return { name: fileName(report, 'about.csv'), bytes: Buffer.from(`${lines.join('\r\n')}\r\n`) };
}

/**
 * The files of a report in one format: one, and for CSV a second one that says what it is about.
 *
 * @throws TooManyCells, TooManyRows, the reason of the signal
 */
export async function writeReport(
  report: Report,
  source: ReportSource,
  scope: ReportScope,
  format: ReportFormat,
  making: Making = {},
): Promise<ReportFile[]> {
  switch (format) {
    case 'csv':
      return [
        { name: fileName(report, 'csv'), bytes: await joined(csvOf(report.table), making) },
        aboutFile(report),
      ];
    case 'json':
      return [{ name: fileName(report, 'json'), bytes: await joined(jsonOf(report, source, scope), making) }];
    case 'xlsx':
      return [{ name: fileName(report, 'xlsx'), bytes: await xlsxOf([report]) }];
    case 'html':
      return [{ name: fileName(report, 'html'), bytes: Buffer.from(htmlOf(report)) }];
  }
}
