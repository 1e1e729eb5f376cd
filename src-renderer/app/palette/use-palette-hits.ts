import type { Failure } from '@contract/failure';
import type { PaletteHit } from '@contract/lists';
import { useEffect, useState } from 'react';
import { call, failureOf } from '../../api/bridge';

/** What was found for the text. While an answer is on its way the one before is shown. */
export type PaletteHits =
  | { kind: 'none' }
  | { kind: 'searching'; hits: PaletteHit[] }
  | { kind: 'found'; hits: PaletteHit[] }
  | { kind: 'failed'; failure: Failure };

/** How many hits are asked for. */
export const PALETTE_LIMIT = 30;
/** Short enough not to be felt, long enough to pass over the letters of one word. */
const SETTLE_MS = 60;

/** Searches all workspaces for what was typed. Answers that come late are dropped. */
export function usePaletteHits(typed: string): PaletteHits {
  const text = typed.trim().slice(0, 200);
  const [hits, setHits] = useState<PaletteHits>({ kind: 'none' });
  useEffect(() => {
    if (text === '') {
      setHits({ kind: 'none' });
      return;
    }
    let current = true;
    setHits((before) => ({ kind: 'searching', hits: hitsOf(before) }));
    const timer = setTimeout(() => {
      call('palette.find', { text, limit: PALETTE_LIMIT }).then(
        (found) => current && setHits({ kind: 'found', hits: found }),
        (thrown: unknown) => current && setHits({ kind: 'failed', failure: failureOf(thrown) }),
      );
    }, SETTLE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text]);
  return hits;
}

/** The hits to show. */
export function hitsOf(state: PaletteHits): PaletteHit[] {
  return state.kind === 'found' || state.kind === 'searching' ? state.hits : [];
}
