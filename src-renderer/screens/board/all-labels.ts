import type { LabelRow } from '@contract/lists';
import { call } from '../../api/bridge';

/** A list question answers at most this many rows. */
const PAGE = 500;

/** Every label of a workspace, page by page. Rejects as `call` does. */
export async function allLabels(key: string): Promise<LabelRow[]> {
  const rows: LabelRow[] = [];
  for (;;) {
    const page = await call('lists.labels', { key, text: '', sort: null, offset: rows.length, limit: PAGE });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.matched) return rows;
  }
}
