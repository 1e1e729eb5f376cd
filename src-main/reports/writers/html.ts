import { aboutLines } from '../about';
import type { Report, Value } from '../report';

/** The most rows of a document that is printed: beyond that nobody turns its pages. */
export const MOST_PRINTED_ROWS = 20_000;

/** A document would have too many rows. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';

  constructor() {
    super(
      `This report has more than ${MOST_PRINTED_ROWS.toLocaleString('en')} rows, which nobody reads on paper. Narrow it, or choose CSV or XLSX.`,
    );
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in a page: nothing in it is markup, and it cannot turn the direction of what follows. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

const cell = (value: Value) => `<td><bdi>${escapeHtml(value === null ? '' : String(value))}</bdi></td>`;

const STYLE = `
  @page { size: A4 landscape; margin: 18mm 12mm 16mm; }
  body { font: 8.5pt/1.35 "Liberation Sans", Arial, sans-serif; color: #192029; margin: 0; }
  h1 { font-size: 18pt; margin: 0 0 4mm; }
  h2 { font-size: 12pt; margin: 8mm 0 2mm; break-before: page; }
  table { border-collapse: collapse; width: 100%; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { border-bottom: 0.5pt solid #d0d4db; padding: 1.2mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
  th { background: #eef0f4; }
  .about th { background: none; width: 52mm; font-weight: 600; }
`;

/** A report as a page without scripts, to be printed: who made it of what first, then the table. @throws TooManyRows */
export function htmlOf({ head, table }: Report): string {
  const about = aboutLines(head)
    .map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th>${cell(value)}</tr>`)
    .join('');
  const heads = table.columns.map((column) => `<th scope="col">${escapeHtml(column.head)}</th>`).join('');
  const rows: string[] = [];
  for (const row of table.rows()) {
    if (rows.length >= MOST_PRINTED_ROWS) throw new TooManyRows();
    rows.push(`<tr>${row.map(cell).join('')}</tr>`);
  }
  const title = escapeHtml(`${head.title} · ${head.workspace.name}`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body><h1>${title}</h1><table class="about"><tbody>${about}</tbody></table><h2>${escapeHtml(head.title)}</h2><table><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></body></html>`;
}
