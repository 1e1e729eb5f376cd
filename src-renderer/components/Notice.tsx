import { CircleAlert, Info, TriangleAlert, WifiOff, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { IconButton } from './IconButton';
import styles from './Notice.module.css';

export type NoticeTone = 'info' | 'warning' | 'error' | 'offline';

const ICONS: Record<NoticeTone, ReactNode> = {
  info: <Info />,
  warning: <TriangleAlert />,
  error: <CircleAlert />,
  offline: <WifiOff />,
};

/** Something the admin should know, where it matters: what happened and what to do next. */
export function Notice({
  tone,
  children,
  actions,
  onDismiss,
  placement = 'inline',
}: {
  tone: NoticeTone;
  children: ReactNode;
  actions?: ReactNode;
  onDismiss?: () => void;
  /** `banner` runs across the top of a pane, without a frame. */
  placement?: 'inline' | 'banner';
}) {
  return (
    <div className={classNames(styles.notice, styles[tone], styles[placement])}>
      <span className={styles.icon} aria-hidden="true">
        {ICONS[tone]}
      </span>
      <div className={styles.text}>{children}</div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      {onDismiss === undefined ? null : (
        <IconButton label="Dismiss" className={styles.dismiss} onClick={onDismiss}>
          <X />
        </IconButton>
      )}
    </div>
  );
}
