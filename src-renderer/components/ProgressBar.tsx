import { classNames } from './class-names';
import styles from './ProgressBar.module.css';

/** How far something long has come: `value` from 0 to 1, or `null` while the size of it is not known. */
export function ProgressBar({
  value,
  label,
  paused = false,
}: {
  value: number | null;
  /** What is being done: read out. */
  label: string;
  /** Waiting, such as for a rate limit. */
  paused?: boolean;
}) {
  const percent = value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      className={classNames(styles.track, paused && styles.paused)}
    >
      <div
        className={classNames(styles.fill, percent === null && styles.unmeasured)}
        style={percent === null ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
