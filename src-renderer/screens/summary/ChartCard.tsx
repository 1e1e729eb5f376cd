import type { ReactNode } from 'react';
import { UnknownBlock } from '../../inspector/Section';
import styles from './summary.module.css';

/** One drawing with its heading, what its marks mean, and why it may not be whole. */
export function ChartCard({
  title,
  legend,
  unread = null,
  children,
}: {
  title: string;
  legend?: ReactNode;
  unread?: string | null;
  children: ReactNode;
}) {
  return (
    <section className={styles.card} aria-label={title}>
      <header className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{title}</h2>
        {legend === undefined ? null : <div className={styles.legend}>{legend}</div>}
      </header>
      {children}
      {unread === null ? null : <UnknownBlock reason={`There may be more: ${unread}`} />}
    </section>
  );
}

/** A sign of the legend with its word. */
export function Key({ kind, children }: { kind: string; children: ReactNode }) {
  return (
    <span className={styles.key}>
      <span className={styles.swatch} data-part={kind} aria-hidden="true" />
      {children}
    </span>
  );
}
