import type { ReactNode } from 'react';
import { countText } from './counts';
import styles from './toggle-chip.module.css';

/** A filter that is on or off, with how many it would show. */
export function ToggleChip({
  on,
  icon,
  count,
  title,
  onToggle,
  children,
}: {
  on: boolean;
  icon?: ReactNode;
  /** `null`: it cannot be known, which `title` explains. */
  count?: number | null;
  title?: string;
  onToggle: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" aria-pressed={on} className={styles.chip} title={title} onClick={onToggle}>
      {icon}
      <span>{children}</span>
      {count === undefined ? null : count === null ? (
        <span className={styles.unknown}>unknown</span>
      ) : (
        <span className={styles.count}>{countText(count)}</span>
      )}
    </button>
  );
}
