import type { PaletteHit, ResourceRow } from '@contract/lists';
import type { ResourceType } from '@contract/snapshot';
import type { ListIndex } from './list-index';
import { labelId, memberName, resourceId } from './relations/subject-ids';
import type { Manner } from './search/searcher';
import type { Table } from './table';

/** The detail of a resource for reading: types of functions and tracking plans are codes such as `INSERT_SOURCE`. */
function detailWords({ type, detail }: ResourceRow): string {
  const isCode = type === 'FUNCTION' || type === 'TRACKING_PLAN';
  return isCode ? detail.toLowerCase().replaceAll('_', ' ') : detail;
}

/** An open workspace to look through. */
export interface PaletteSource {
  readonly key: string;
  readonly workspaceName: string;
  readonly index: ListIndex;
}

type HitText = Pick<PaletteHit, 'kind' | 'id' | 'title' | 'detail'>;

/** A hit with how well it fits: see `Found.ranks`. */
interface Ranked {
  readonly hit: PaletteHit;
  readonly rank: number;
}

const TYPE_WORDS: Readonly<Record<ResourceType, string>> = {
  SOURCE: 'Source',
  DESTINATION: 'Destination',
  WAREHOUSE: 'Warehouse',
  SPACE: 'Space',
  TRACKING_PLAN: 'Tracking plan',
  FUNCTION: 'Function',
};
const MANNERS: readonly Manner[] = ['words', 'parts', 'typos'];

function resourceText(row: ResourceRow): HitText {
  const what = [TYPE_WORDS[row.type], detailWords(row)].filter((part) => part !== '').join(' · ');
  return { kind: 'resource', id: resourceId(row), title: row.name === '' ? row.id : row.name, detail: what };
}

/**
 * The best hits of one list, at most `limit`, if it has any that were found in
 * the manner given. `textOf` answers null for a row of another kind.
 */
function hitsIn<Row>(
  source: PaletteSource,
  table: Table<Row, string>,
  text: string,
  manner: Manner,
  limit: number,
  textOf: (row: Row) => HitText | null,
): Ranked[] {
  const found = table.searcher.find(text);
  const hits: Ranked[] = [];
  if (found?.manner !== manner) return hits;
  for (const [place, number] of found.rows.entries()) {
    if (hits.length === limit) break;
    const row = table.rows[number];
    const what = row === undefined ? null : textOf(row);
    if (what) {
      hits.push({
        hit: { key: source.key, workspace: source.workspaceName, ...what },
        rank: found.ranks[place] ?? 2,
      });
    }
  }
  return hits;
}

/** The hits of each kind, over all workspaces, best first. */
function hitsByKind(
  sources: readonly PaletteSource[],
  text: string,
  manner: Manner,
  limit: number,
): Ranked[][] {
  const lists = [
    (source: PaletteSource) =>
      hitsIn(source, source.index.members(), text, manner, limit, (row) =>
        row.kind === 'invite'
          ? null
          : { kind: 'member', id: row.id, title: memberName(row), detail: row.email },
      ),
    (source: PaletteSource) =>
      hitsIn(source, source.index.members(), text, manner, limit, (row) =>
        row.kind === 'member'
          ? null
          : { kind: 'invite', id: row.id, title: row.email, detail: 'Pending invite' },
      ),
    (source: PaletteSource) =>
      hitsIn(source, source.index.groups(), text, manner, limit, (row) => ({
        kind: 'group',
        id: row.id,
        title: row.name,
        detail:
          row.members === null
            ? 'Group'
            : `Group · ${row.members} ${row.members === 1 ? 'member' : 'members'}`,
      })),
    (source: PaletteSource) => hitsIn(source, source.index.resources(), text, manner, limit, resourceText),
    (source: PaletteSource) =>
      hitsIn(source, source.index.labels(), text, manner, limit, (row) => ({
        kind: 'label',
        id: labelId(row),
        title: labelId(row),
        detail: row.description === '' ? 'Label' : row.description,
      })),
    (source: PaletteSource) =>
      hitsIn(source, source.index.roles(), text, manner, limit, (row) => ({
        kind: 'role',
        id: row.id,
        title: row.name,
        detail: row.description === '' ? 'Role' : row.description,
      })),
  ];
  return lists.map((hits) => {
    const perWorkspace = sources.map(hits);
    // Equally good hits of several workspaces take turns, as they stand at the same place of their lists.
    return perWorkspace
      .flatMap((ofOne, workspace) => ofOne.map((ranked, place) => ({ ...ranked, place, workspace })))
      .sort((a, b) => a.rank - b.rank || a.place - b.place || a.workspace - b.workspace);
  });
}

/**
 * Looks for a text in everything of all open workspaces. The kinds take turns
 * in filling the places, so that 20,000 members leave room for the one group;
 * then the best fits come first. Looser manners of finding are used only when
 * nothing anywhere was found in a stricter one.
 */
export function findInPalette(sources: readonly PaletteSource[], text: string, limit: number): PaletteHit[] {
  for (const manner of MANNERS) {
    const kinds = hitsByKind(sources, text, manner, limit);
    const taken: Ranked[] = [];
    for (let turn = 0; taken.length < limit; turn += 1) {
      const next = kinds.flatMap((hits) => hits[turn] ?? []);
      if (next.length === 0) break;
      taken.push(...next.slice(0, limit - taken.length));
    }
    if (taken.length > 0) return taken.sort((a, b) => a.rank - b.rank).map(({ hit }) => hit);
  }
  return [];
}
