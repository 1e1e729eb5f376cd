import type { Failure } from '@contract/failure';
import { useCallback, useEffect, useRef, useState } from 'react';
import { failureOf } from '../../api/bridge';
import { usePolicyEpoch } from './use-policy-answer';

/** What every paged answer of the policy engine has: first the rows for certain, then the uncertain ones. */
interface RowsPage {
  fingerprint: string;
  allowed: number;
  unknown: number;
  rows: unknown[];
}

/** The rows of a paged answer, as far as they were asked for. `head` is the latest page, for its counts. */
export type Pages<Page extends RowsPage> =
  | { kind: 'working' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'shown'; head: Page; rows: Page['rows']; asking: boolean };

/** Rows that are asked for at first, with each further step, and at most at once. */
const FIRST = 25;
const STEP = 200;
const MOST = 500;

/**
 * Rows of the policy engine page by page, and again from the first when there is
 * new data. `ask` must be stable while the question is the same.
 */
export function usePages<Page extends RowsPage>(
  ask: (window: { offset: number; limit: number }) => Promise<Page>,
) {
  const [pages, setPages] = useState<Pages<Page>>({ kind: 'working' });
  const [round, setRound] = useState(0);
  const epoch = `${usePolicyEpoch()} ${round}`;
  const shown = useRef(FIRST);
  const begun = useRef(0);

  useEffect(() => {
    begun.current += epoch === '' ? 0 : 1;
    const turn = begun.current;
    ask({ offset: 0, limit: Math.min(MOST, Math.max(FIRST, shown.current)) }).then(
      (head) => {
        if (turn !== begun.current) return;
        setPages({ kind: 'shown', head, rows: head.rows, asking: false });
      },
      (thrown: unknown) => {
        if (turn === begun.current) setPages({ kind: 'failed', failure: failureOf(thrown) });
      },
    );
    return () => {
      begun.current += 1;
    };
  }, [ask, epoch]);

  const retry = useCallback(() => {
    setPages({ kind: 'working' });
    setRound((before) => before + 1);
  }, []);

  const showMore = useCallback(() => {
    if (pages.kind !== 'shown' || pages.asking) return;
    const { head, rows } = pages;
    const turn = begun.current;
    setPages({ ...pages, asking: true });
    ask({ offset: rows.length, limit: STEP }).then(
      (next) => {
        if (turn !== begun.current) return;
        shown.current = rows.length + next.rows.length;
        // Rows of two snapshots are never shown together.
        if (next.fingerprint !== head.fingerprint) setRound((before) => before + 1);
        else setPages({ kind: 'shown', head: next, rows: [...rows, ...next.rows], asking: false });
      },
      (thrown: unknown) => {
        if (turn === begun.current) setPages({ kind: 'failed', failure: failureOf(thrown) });
      },
    );
  }, [ask, pages]);

  return { pages, showMore, retry };
}
