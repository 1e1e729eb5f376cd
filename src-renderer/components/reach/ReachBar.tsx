import type { ReachCount } from '@contract/reach-count';
import styles from './reach.module.css';
import { reached } from './reach-words';

/**
 * A reach as a bar out of `of`: what is admin fills its height, what is read
 * half of it, what is unknown is dashed. Only drawn: its numbers stand beside it.
 */
export function ReachBar({ reach, of }: { reach: ReachCount; of: number | null }) {
  const shown = reached(reach) + reach.unknown;
  const whole = Math.max(of ?? 0, shown, 1);
  const parts = [
    { name: 'admin', count: reach.admin, className: styles.admin },
    { name: 'read', count: reach.read, className: styles.read },
    { name: 'unknown', count: reach.unknown, className: styles.unknown },
  ];
  return (
    <span className={styles.bar} aria-hidden="true">
      {parts.map(({ name, count, className }) =>
        count === 0 ? null : (
          <span key={name} className={className} style={{ width: `${(count / whole) * 100}%` }} />
        ),
      )}
    </span>
  );
}
