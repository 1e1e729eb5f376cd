import { setImmediate as nextTurn } from 'node:timers/promises';
import { aboutLines } from './about';
import type { Report } from './report';
import type { ReportScope } from './scope';
import type { ReportSource } from './source';
import { csvOf } from './writers/csv';
import { htmlOf, TooManyRows } from './writers/html';
import { jsonOf } from './writers/json';
import { neutral } from './writers/plain-text';
import { TooManyCells, TooManyColumns, xlsxOf } from './writers/xlsx';

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

/** A file whose bytes are made while they are walked; once. */
export interface ReportStream {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The most bytes of a file that is handed over as a whole: Node's buffers end at 2 GiB, and joining takes it twice. */
export const MOST_BYTES = 2 ** 30;

/** A file would be too large to be handed over as a whole. */
export class TooManyBytes extends Error {
  override readonly name = 'TooManyBytes';

  constructor() {
    super(
      'This report is larger than 1 GB. Narrow it, or let the command line write it: there it may be of any size.',
    );
  }
}

/** Whether a report is too large for its format, or to be handed over; the message says what to do. */
export function isTooLarge(error: unknown): error is Error {
  return [TooManyBytes, TooManyCells, TooManyColumns, TooManyRows].some((kind) => error instanceof kind);
}

/** Encodes the pieces. Between them others get their turn, and it can be stopped. @throws the signal's reason */
async function* encoded(
  pieces: Iterable<string>,
  { signal, onProgress }: Making,
): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0;
  let turn = performance.now();
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length > 65_536) {
      const chunk = Buffer.from(text);
      bytes += chunk.byteLength;
      text = '';
      yield chunk;
    }
    if (performance.now() - turn < 30) continue;
    onProgress?.(bytes);
    await nextTurn();
    signal?.throwIfAborted();
    turn = performance.now();
  }
  const rest = Buffer.from(text);
  if (rest.byteLength > 0) yield rest;
  onProgress?.(bytes + rest.byteLength);
}

/** One piece that is made as a whole when it is asked for. */
async function* whole(
  make: (signal: AbortSignal | undefined) => Uint8Array | Promise<Uint8Array>,
  { signal, onProgress }: Making,
): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = await make(signal);
  signal?.throwIfAborted();
  onProgress?.(bytes.byteLength);
  yield bytes;
}

/** Joins a file. @throws TooManyBytes as soon as that is clear */
async function joined({ name, bytes }: ReportStream, most: number): Promise<ReportFile> {
  const made: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > most) throw new TooManyBytes();
    made.push(chunk);
  }
  const [only] = made;
  return { name, bytes: made.length === 1 && only !== undefined ? only : Buffer.concat(made) };
}

/** A name for a file: what it is, of which workspace, as of when; only plain characters. */
export function fileName({ head }: Report, ending: string): string {
  const slug = head.workspace.slug.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 60) || 'workspace';
  return `${slug}-${head.kind}-${head.asOf.slice(0, 10)}.${ending}`;
}

/** What every CSV goes with: a CSV has no place of its own to say what it is about. */
function aboutText({ head }: Report): string {
  const lines = aboutLines(head).map((line) =>
    line.map((text) => `"${neutral(text).replaceAll('"', '""')}"`).join(','),
  );
  return `${lines.join('\r\n')}\r\n`;
}

/**
 * The files of a report in one format, each to be walked once: one, and for CSV a second one that
 * says what it is about. CSV and JSON are made as they are walked, so they may be of any size.
 *
 * While they are walked: @throws TooManyCells, TooManyRows, the reason of the signal
 */
export function streamReport(
  report: Report,
  source: ReportSource,
  scope: ReportScope,
  format: ReportFormat,
  making: Making = {},
): ReportStream[] {
  const name = fileName(report, format);
  switch (format) {
    case 'csv':
      return [
        { name, bytes: encoded(csvOf(report.table), making) },
        { name: fileName(report, 'about.csv'), bytes: encoded([aboutText(report)], making) },
      ];
    case 'json':
      return [{ name, bytes: encoded(jsonOf(report, source, scope), making) }];
    case 'xlsx':
      return [{ name, bytes: whole((signal) => xlsxOf([report], signal), making) }];
    case 'html':
      return [{ name, bytes: whole(() => Buffer.from(htmlOf(report)), making) }];
  }
}

/**
 * The files of `streamReport`, each as a whole.
 *
 * @throws TooManyBytes, TooManyCells, TooManyRows, the reason of the signal
 */
export async function writeReport(
  report: Report,
  source: ReportSource,
  scope: ReportScope,
  format: ReportFormat,
  making: Making = {},
  most: number = MOST_BYTES,
): Promise<ReportFile[]> {
  const files: ReportFile[] = [];
  for (const stream of streamReport(report, source, scope, format, making)) {
    files.push(await joined(stream, most));
  }
  return files;
}
