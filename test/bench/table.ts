import { type Figure, isMet } from './figures';
import type { Measurement } from './measure';

/** Three digits that count, never as a power of ten. */
function short(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 });
}

function inTime(milliseconds: number): string {
  if (milliseconds >= 1_000) return `${short(milliseconds / 1_000)} s`;
  if (milliseconds >= 1) return `${short(milliseconds)} ms`;
  if (milliseconds >= 1e-3) return `${short(milliseconds * 1e3)} µs`;
  return `${short(milliseconds * 1e6)} ns`;
}

function inUnit(value: number, unit: Figure['unit']): string {
  switch (unit) {
    case 'ms':
      return inTime(value);
    case 'bytes':
      return `${short(value / 1e6)} MB`;
    case 'MB':
      return `${value.toFixed(0)} MB`;
  }
}

function cell({ median, least, most }: Measurement, unit: Figure['unit']): string {
  const middle = inUnit(median, unit);
  return least === most ? middle : `${middle} (${inUnit(least, unit)} – ${inUnit(most, unit)})`;
}

function ratioText(ratio: number): string {
  if (Number.isNaN(ratio)) return '';
  return ratio >= 100 ? Math.round(ratio).toLocaleString('en') : ratio.toPrecision(3);
}

function wantedText({ wanted }: Figure): string {
  if (wanted === null) return '';
  return 'atLeast' in wanted ? `≥ ${wanted.atLeast.toLocaleString('en')}` : `≤ ${wanted.atMost}`;
}

const HEAD = ['size', 'figure', 'ours', 'peer', 'theirs', 'ratio', 'wanted', 'met'];

function line(figure: Figure): string[] {
  const met = isMet(figure);
  const theirs = figure.theirs === null ? '' : cell(figure.theirs, figure.unit);
  return [
    figure.size,
    figure.figure,
    cell(figure.ours, figure.unit),
    figure.peer,
    figure.extrapolated ? `${theirs} *` : theirs,
    ratioText(figure.ratio),
    wantedText(figure),
    met === null ? '' : met ? 'yes' : 'NO',
  ];
}

/** The figures as a Markdown table with straight columns. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = [HEAD, ...figures.map(line)];
  const widths = HEAD.map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0)));
  const text = lines.map(
    (cells) => `| ${cells.map((each, at) => each.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  );
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [text[0], rule, ...text.slice(1)].join('\n');
}
