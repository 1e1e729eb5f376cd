import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '../../components/IconButton';
import { countText } from '../../components/list/counts';
import { useSelection } from '../../stores/selected-workspace';
import { openInSummary } from '../../stores/summary';
import styles from './summary.module.css';

/** The head of a list that was opened from the overview, and the way back: the arrow, or Esc when nothing else is open. */
export function OpenedHead({
  workspaceKey,
  title,
  count,
  children,
}: {
  workspaceKey: string;
  title: string;
  count: number | null;
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { inspected } = useSelection();
  const isOpen = inspected !== null;
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isOpen) return;
      if (document.querySelector('[role="dialog"], [role="menu"]') === null)
        openInSummary(workspaceKey, null);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [workspaceKey, isOpen]);
  return (
    <header className={styles.openedHead}>
      <div className={styles.openedLine}>
        <IconButton label="Back to the overview" keys="esc" onClick={() => openInSummary(workspaceKey, null)}>
          <ArrowLeft />
        </IconButton>
        <h1 ref={heading} tabIndex={-1} className={styles.openedTitle}>
          {title}
        </h1>
        <span className={styles.openedCount} role="status">
          {count === null ? '' : countText(count)}
        </span>
      </div>
      {children}
    </header>
  );
}
