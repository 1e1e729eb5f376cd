import type { WorkspaceView } from '@contract/workspaces';
import styles from './TotalsLine.module.css';
import { type Sum, totalsOf } from './totals';

/** The sums over all workspaces, in one line. */
export function TotalsLine({ workspaces }: { workspaces: readonly WorkspaceView[] }) {
  const { members, groups, resources, unread, workspaces: amount } = totalsOf(workspaces);
  return (
    <p className={styles.line}>
      <Total sum={members} word="member" title="Someone who is in two workspaces counts in both." />
      <Total sum={groups} word="group" />
      <Total sum={resources} word="resource" />
      <span>
        in <b>{amount}</b> {amount === 1 ? 'workspace' : 'workspaces'}
        {unread === 0 ? '' : `, ${unread} not read yet`}
      </span>
    </p>
  );
}

function Total({ sum: { count, complete }, word, title = '' }: { sum: Sum; word: string; title?: string }) {
  const why = complete ? title : `${title} Not all could be seen: there are at least this many.`.trim();
  return (
    <span title={why === '' ? undefined : why}>
      <b>
        {count.toLocaleString('en')}
        {complete ? '' : '+'}
      </b>{' '}
      {count === 1 && complete ? word : `${word}s`}
    </span>
  );
}
