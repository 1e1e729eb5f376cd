import type { ListName, ListPage } from '@contract/lists';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { failureOf } from '../../api/bridge';
import { usePolicyRound } from '../../stores/policy';
import { askList, type ListQuestionOf } from './list-questions';
import type { ListView, RowPage } from './row-page';
import { WindowedRows } from './windowed-rows';

/** A list as a screen holds it. */
export interface WindowedList<Page extends RowPage> {
  view: ListView<Page>;
  /** Tells which rows are in sight, so that they and the next ones are there. */
  see: (first: number, last: number) => void;
  /** Asks again after a failure. */
  retry: () => void;
}

/** The lists whose rows have counts from the policy engine. */
const COUNTED: readonly ListName[] = ['members', 'groups', 'resources', 'labels'];

/**
 * A list of main, window by window. `question` is `null` while there is none to
 * ask; `fingerprint` is that of the workspace's snapshot: when it changes, or
 * when a policy has been compiled, the rows are asked for anew and swapped in place.
 */
export function useWindowedList<Name extends ListName>(
  name: Name,
  question: ListQuestionOf<Name> | null,
  fingerprint: string | null,
): WindowedList<ListPage<Name>> {
  const [rows] = useState(() => new WindowedRows<ListPage<Name>>(failureOf));
  const id = question === null ? null : JSON.stringify(question);
  const round = usePolicyRound(question !== null && COUNTED.includes(name) ? question.key : null);

  // After each render: the rows tell by themselves whether this is another question.
  useEffect(() => {
    if (question === null || id === null) {
      rows.ask(null);
      return;
    }
    const asked = question;
    rows.ask({
      realm: asked.key,
      id,
      epoch: `${fingerprint ?? ''} ${round}`,
      fetch: (window) => askList(name, asked, window),
    });
  });
  useEffect(() => () => rows.ask(null), [rows]);

  const view = useSyncExternalStore(rows.subscribe, rows.view);
  const see = useCallback((first: number, last: number) => rows.see(first, last), [rows]);
  const retry = useCallback(() => rows.retry(), [rows]);
  return { view, see, retry };
}
