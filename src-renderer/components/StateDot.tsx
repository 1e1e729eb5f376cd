import type { ReactNode } from 'react';
import styles from './StateDot.module.css';

/** How the data of a workspace stands. `empty`: nothing has been read yet. */
export type DotState = 'fresh' | 'stale' | 'offline' | 'locked' | 'failed' | 'syncing' | 'empty';

/** The state in one or two words. */
export const DOT_WORDS: Record<DotState, string> = {
  fresh: 'up to date',
  stale: 'old copy',
  offline: 'offline',
  locked: 'locked',
  failed: 'sync failed',
  syncing: 'syncing',
  empty: 'not read yet',
};

const SHAPES: Record<DotState, ReactNode> = {
  fresh: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  stale: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 6V2a4 4 0 0 1 0 8z" fill="currentColor" />
    </>
  ),
  offline: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M2.5 9.5l7-7" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  locked: (
    <>
      <rect x="2" y="5.5" width="8" height="5.5" rx="1" fill="currentColor" />
      <path d="M4 6V4a2 2 0 0 1 4 0v2" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  failed: <path d="M6 1l5.2 9.5H.8z" fill="currentColor" />,
  syncing: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeOpacity="0.3" strokeWidth="2" />
      <path d="M6 2a4 4 0 0 1 4 4" fill="none" stroke="currentColor" strokeWidth="2" className={styles.arc} />
    </>
  ),
  empty: (
    <circle
      cx="6"
      cy="6"
      r="4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.1 2.1"
    />
  ),
};

/** A state by shape and colour, with its word for those who cannot see it (unless `label` is `null`: said beside it). */
export function StateDot({
  state,
  label = DOT_WORDS[state],
  size = 12,
}: {
  state: DotState;
  label?: string | null;
  size?: number;
}) {
  const dot = (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 12 12"
      className={styles[state]}
      data-state={state}
    >
      {SHAPES[state]}
    </svg>
  );
  if (label === null) return dot;
  return (
    <span role="img" aria-label={label} className={styles.dot}>
      {dot}
    </span>
  );
}
