import type { ReactNode } from 'react';
import { countText } from './counts';
import styles from './screen-header.module.css';

/** How many rows there are: all, and those that the search and the filters leave. */
export interface HeaderCount {
  total: number;
  matched: number;
  /** A part of the list could not be read: there are more. */
  partial?: boolean;
}

/** The top of a screen: what it is, how many there are, and below it what narrows the list. */
export function ScreenHeader({
  title,
  count,
  search,
  actions,
  filters,
}: {
  title: string;
  /** `null` while it is not known. */
  count: HeaderCount | null;
  search: ReactNode;
  actions?: ReactNode;
  filters?: ReactNode;
}) {
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <h1 className={styles.title}>{title}</h1>
        <span className={styles.count} role="status">
          {count === null ? '' : headerCount(count)}
        </span>
        <span className={styles.space} />
        {search}
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
      {filters === undefined ? null : <div className={styles.filters}>{filters}</div>}
    </header>
  );
}

/** `212`, or `38 of 212` when the list is narrowed; `212+` when a part could not be read. */
export function headerCount({ total, matched, partial = false }: HeaderCount): string {
  const all = `${countText(total)}${partial ? '+' : ''}`;
  return matched === total ? all : `${countText(matched)} of ${all}`;
}
