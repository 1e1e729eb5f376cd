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
  listClass,
  keyOf,
  children,
}: {
  items: readonly Item[];
  first?: number;
  /** Set where the items are those of a list: they then stand in one of this class. */
  listClass?: string | undefined;
  keyOf: (item: Item) => string;
  children: (item: Item, index: number) => ReactNode;
}) {
  const [shown, setShown] = useState(first);
  const rest = items.length - shown;
  const drawn = items
    .slice(0, shown)
    .map((item, index) => <Fragment key={keyOf(item)}>{children(item, index)}</Fragment>);
  return (
    <>
      {listClass === undefined ? drawn : <ul className={listClass}>{drawn}</ul>}
      {rest > 0 ? (
        <button type="button" className={styles.more} onClick={() => setShown(shown + Math.max(STEP, first))}>
          {rest <= STEP ? `Show ${countText(rest)} more` : `Show ${STEP} more of ${countText(rest)}`}
        </button>
      ) : null}
    </>
  );
}
