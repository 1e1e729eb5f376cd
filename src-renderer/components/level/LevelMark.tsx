import type { LevelRange } from '@contract/policy';
import type { ReactNode } from 'react';
import styles from './level.module.css';

/** The level for certain by its filling: full is admin, half is read, empty is none. Dashed: it may be more. */
export function LevelMark({
  level: { atLeast, atMost },
  size = 12,
}: {
  level: Pick<LevelRange, 'atLeast' | 'atMost'>;
  size?: number;
}) {
  const sure = atLeast === atMost;
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 12 12" className={styles[atLeast]}>
      {FILLINGS[atLeast]}
      <rect
        x="1"
        y="1"
        width="10"
        height="10"
        rx="1.5"
        fill="none"
        strokeWidth="1.5"
        className={sure ? styles.line : styles.unsure}
        {...(sure ? {} : { strokeDasharray: '2.2 1.6' })}
      />
    </svg>
  );
}

const FILLINGS: Record<LevelRange['atLeast'], ReactNode> = {
  none: null,
  read: <rect x="1" y="6" width="10" height="5" fill="currentColor" />,
  admin: <rect x="1" y="1" width="10" height="10" rx="1.5" fill="currentColor" />,
};
