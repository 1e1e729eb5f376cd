import { Fragment, type ReactNode, useState } from 'react';
import { countText } from '../components/list/counts';
import styles from './inspector.module.css';

/** More rows than this are offered, not shown. */
const FIRST = 50;
/** How many come with each further step. */
const STEP = 200;

/** The beginning of a long list, and the rest on request. */
export function ShowMore<Item>({
  items,
  first = FIRST,
  keyOf,
  children,
}: {
  items: readonly Item[];
  first?: number;
  keyOf: (item: Item) => string;
  children: (item: Item, index: number) => ReactNode;
}) {
  const [shown, setShown] = useState(first);
  const rest = items.length - shown;
  return (
    <>
      {items.slice(0, shown).map((item, index) => (
        <Fragment key={keyOf(item)}>{children(item, index)}</Fragment>
      ))}
      {rest > 0 ? (
        <button type="button" className={styles.more} onClick={() => setShown(shown + Math.max(STEP, first))}>
          {rest <= STEP ? `Show ${countText(rest)} more` : `Show ${STEP} more of ${countText(rest)}`}
        </button>
      ) : null}
    </>
  );
}
