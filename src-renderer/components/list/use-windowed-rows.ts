import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { failureOf } from '../../api/bridge';
import type { ListQuestion, ListView, RowPage } from './row-page';
import { WindowedRows } from './windowed-rows';

/** A list as a screen holds it. */
export interface WindowedList<Page extends RowPage> {
  view: ListView<Page>;
  /** Tells which rows are in sight, so that they and the next ones are there. */
  see: (first: number, last: number) => void;
  /** Asks again after a failure. */
  retry: () => void;
}

/**
 * A list of main, window by window. `question` is `null` while there is none to
 * ask; when its epoch changes, the rows are asked for anew and swapped in place.
 */
export function useWindowedRows<Page extends RowPage>(
  question: ListQuestion<Page> | null,
): WindowedList<Page> {
  const [rows] = useState(() => new WindowedRows<Page>(failureOf));

  // After each render: the rows tell by themselves whether this is another question.
  useEffect(() => rows.ask(question));
  useEffect(() => () => rows.ask(null), [rows]);

  const view = useSyncExternalStore(rows.subscribe, rows.view);
  const see = useCallback((first: number, last: number) => rows.see(first, last), [rows]);
  const retry = useCallback(() => rows.retry(), [rows]);
  return { view, see, retry };
}
