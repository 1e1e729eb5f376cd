import type { WorkspaceView } from '@contract/workspaces';
import styles from './TotalsLine.module.css';
import { totalsOf } from './totals';

/** The sums over all workspaces, in one line. */
export function TotalsLine({ workspaces }: { workspaces: readonly WorkspaceView[] }) {
  const totals = totalsOf(workspaces);
  const sums: [number, string, string][] = [
    [totals.members, 'member', 'Someone who is in two workspaces counts in both.'],
    [totals.groups, 'group', ''],
    [totals.resources, 'resource', ''],
  ];
  return (
    <p className={styles.line}>
      {sums.map(([amount, word, title]) => (
        <span key={word} title={title === '' ? undefined : title}>
          <b>{amount.toLocaleString('en')}</b> {amount === 1 ? word : `${word}s`}
        </span>
      ))}
      <span>
        in <b>{totals.workspaces}</b> {totals.workspaces === 1 ? 'workspace' : 'workspaces'}
        {totals.unread === 0 ? '' : `, ${totals.unread} not read yet`}
      </span>
    </p>
  );
}
