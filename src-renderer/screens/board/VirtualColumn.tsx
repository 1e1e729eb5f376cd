import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './board.module.css';

/** Cards drawn beyond each edge: so far the verdicts at the start of a drag reach. */
const OVERSCAN = 3;

/** A column of cards of which only those in sight exist. Cards may differ in height. */
export function VirtualColumn({
  label,
  count,
  keyAt,
  estimate,
  onVisible,
  children,
}: {
  /** For screen readers. */
  label: string;
  count: number;
  keyAt: (index: number) => string;
  /** The usual height of a card with its gap, in px. */
  estimate: number;
  onVisible: (first: number, last: number) => void;
  children: (index: number) => ReactNode;
}) {
  const scroller = useRef<HTMLUListElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: keyAt,
    overscan: OVERSCAN,
  });
  const first = virtualizer.range?.startIndex;
  const last = virtualizer.range?.endIndex;
  useEffect(() => {
    if (first !== undefined && last !== undefined) onVisible(first, last);
  }, [first, last, onVisible]);
  const items = virtualizer.getVirtualItems();
  return (
    <ul ref={scroller} className={styles.scroller} aria-label={label} data-drag-scroll>
      <li aria-hidden="true" className={styles.extent} style={{ height: virtualizer.getTotalSize() }} />
      {items.map(({ index, key, start }) => (
        <li
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          className={styles.placed}
          style={{ transform: `translateY(${start}px)` }}
        >
          {children(index)}
        </li>
      ))}
    </ul>
  );
}
