import type { Change } from '@contract/changes';
import type { MatrixView, PrincipalHead, ResourceHead } from '@contract/matrix';
import { call } from '../../api/bridge';
import { tabSeparated } from '../../components/list/tab-separated';
import { linesAt } from './axes';
import { cellWords } from './cell-bits';
import { principalName, resourceName } from './head-words';
import type { CellRange } from './move-cursor';

/** Cells that are copied at most; more belongs into a report. */
export const MOST_COPIED = 200_000;
/** Lines that main answers at once. */
const STEP = 500;

/** What is to be copied: of which view, and which way up it stands. */
export interface CopySource {
  key: string;
  view: MatrixView;
  pivot: boolean;
  fingerprint: string;
  draft: Change[];
}

/** How many cells a range has. */
export function cellsIn({ top, bottom, left, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1);
}

/**
 * The cells of a range with the names of their rows and columns, as text that
 * pastes into a spreadsheet. Rejects as `call` does, and when the data change
 * while it reads.
 */
export async function rangeText(source: CopySource, range: CellRange): Promise<string> {
  const from = linesAt(source.pivot, { row: range.top, column: range.left });
  const to = linesAt(source.pivot, { row: range.bottom, column: range.right });
  const words: string[][] = [];
  const principals: PrincipalHead[] = [];
  let resources: ResourceHead[] = [];
  for (let down = from.principal; down <= to.principal; down += STEP) {
    const across: ResourceHead[] = [];
    const begin = words.length;
    for (let right = from.resource; right <= to.resource; right += STEP) {
      const part = await call('matrix.window', {
        key: source.key,
        view: source.view,
        principals: { offset: down, limit: Math.min(STEP, to.principal - down + 1) },
        resources: { offset: right, limit: Math.min(STEP, to.resource - right + 1) },
        draft: source.draft,
      });
      if (part.fingerprint !== source.fingerprint) throw new Error('the data have changed meanwhile');
      if (right === from.resource) principals.push(...part.principals);
      part.principals.forEach((_principal, place) => {
        const line = words[begin + place] ?? [];
        words[begin + place] = line;
        part.resources.forEach((_resource, at) => {
          line.push(cellWords(part.cells[place * part.resources.length + at] ?? 0));
        });
      });
      across.push(...part.resources);
    }
    resources = across;
  }
  const who = principals.map((head) => principalName(head, source.view.principals));
  const what = resources.map((head) => resourceName(head, source.view.foldBy));
  return tabSeparated(source.pivot ? turned(who, what, words) : upright(who, what, words));
}

function upright(who: string[], what: string[], words: string[][]): string[][] {
  return [['', ...what], ...who.map((name, row) => [name, ...(words[row] ?? [])])];
}

function turned(who: string[], what: string[], words: string[][]): string[][] {
  return [['', ...who], ...what.map((name, row) => [name, ...words.map((line) => line[row] ?? '')])];
}
