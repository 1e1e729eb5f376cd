import type { PolicyEffect } from '@contract/policy';
import { CircleHelp } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { countText } from '../../components/list/counts';
import { Spinner } from '../../components/Spinner';
import panes from '../inspector.module.css';
import styles from './access.module.css';

/** The rows of a paged answer: those for certain, and apart from them those of which nobody can tell. */
export function PairRows<Row extends { effect: PolicyEffect }>({
  rows,
  all,
  asking,
  onMore,
  unknownWords,
  keyOf,
  children,
}: {
  rows: readonly Row[];
  /** How many there are on all pages. */
  all: number;
  asking: boolean;
  onMore: () => void;
  /** What it means that a row is unknown. */
  unknownWords: ReactNode;
  keyOf: (row: Row) => string;
  children: (row: Row) => ReactNode;
}) {
  const sure = rows.filter(({ effect }) => effect === 'allowed');
  const unsure = rows.filter(({ effect }) => effect !== 'allowed');
  const draw = (some: readonly Row[]) => (
    <ul className={styles.rows}>
      {some.map((row) => (
        <Fragment key={keyOf(row)}>{children(row)}</Fragment>
      ))}
    </ul>
  );
  const rest = all - rows.length;
  return (
    <>
      {sure.length === 0 ? null : draw(sure)}
      {unsure.length === 0 ? null : (
        <div className={styles.unsure}>
          <p className={styles.unsureHead}>
            <CircleHelp aria-hidden />
            <span>{unknownWords}</span>
          </p>
          {draw(unsure)}
        </div>
      )}
      {rest <= 0 ? null : (
        <button type="button" className={panes.more} aria-busy={asking} onClick={onMore}>
          {asking ? <Spinner size={12} /> : null} Show more ({countText(rest)} left)
        </button>
      )}
    </>
  );
}
