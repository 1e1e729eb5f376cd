import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { countText } from '../components/list/counts';
import styles from './inspector.module.css';

/** A part of the inspector: its heading, how many, what it means, and what is in it. */
export function Section({
  title,
  count,
  aside,
  meaning,
  children,
}: {
  title: string;
  count?: number;
  /** A few words at the end of the heading. */
  aside?: string;
  /** A plain sentence on what the section says. */
  meaning?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>
        {title}
        {count === undefined ? null : <span className={styles.sectionCount}>{countText(count)}</span>}
        {aside === undefined ? null : <span className={styles.sectionCount}>{aside}</span>}
      </h3>
      {meaning === undefined ? null : <p className={styles.meaning}>{meaning}</p>}
      {children}
    </section>
  );
}

/** Stands where something cannot be known: never a blank and never a none. */
export function UnknownBlock({ reason, children }: { reason: string | null; children?: ReactNode }) {
  return (
    <div className={styles.unknown}>
      <CircleHelp aria-hidden />
      <div>
        <strong>Unknown.</strong> {reason ?? 'This could not be read from Segment.'}
        {children}
      </div>
    </div>
  );
}

/** Stands where there is certainly nothing. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className={styles.nothing}>{children}</p>;
}
