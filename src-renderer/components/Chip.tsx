import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { classNames } from './class-names';

export type ChipTone = 'neutral' | 'accent' | 'good' | 'warn' | 'danger';

/** A short word about something, such as a plan or a kind. */
export function Chip({
  tone = 'neutral',
  icon,
  title,
  children,
}: {
  tone?: ChipTone;
  icon?: ReactNode;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className={classNames(styles.chip, styles[tone])} title={title}>
      {icon}
      <span className={styles.words}>{children}</span>
    </span>
  );
}
