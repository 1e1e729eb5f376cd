import type { Overview } from '@contract/overview';
import type { WorkspaceView } from '@contract/workspaces';
import { countText } from '../../components/list/counts';
import { UnknownMark } from '../../components/UnknownMark';
import { goToWorkspace } from '../../stores/navigation';
import { type Opened, openInSummary } from '../../stores/summary';
import styles from './AcrossTable.module.css';
import { type OverviewState, useOverviews } from './use-overviews';

interface Column {
  head: string;
  /** `perhaps`: there may be more than `count`, and why is on the workspace's own overview. */
  of: (overview: Overview) => { count: number; perhaps: boolean };
  /** What the number leads to; `null` leads to the whole overview. */
  opens: Opened | null;
}

const exactly = (count: number) => ({ count, perhaps: false });

const COLUMNS: readonly Column[] = [
  {
    head: 'Members',
    of: ({ people }) => ({ count: people.members, perhaps: people.unread !== null }),
    opens: null,
  },
  {
    head: 'Owners',
    of: ({ people }) => ({ count: people.owners, perhaps: people.perhapsOwners > 0 }),
    opens: { kind: 'mark', mark: { kind: 'owners' }, title: 'Owners' },
  },
  {
    head: 'Reach nothing',
    of: ({ people }) => ({ count: people.members - people.reaching, perhaps: false }),
    opens: { kind: 'mark', mark: { kind: 'withoutReach' }, title: 'Members who reach nothing for certain' },
  },
  {
    head: 'Access (pairs)',
    of: ({ reach }) => ({
      count: reach.reduce((sum, { admin, read }) => sum + admin + read, 0),
      perhaps: reach.some(({ unknown, unread }) => unknown > 0 || unread !== null),
    }),
    opens: null,
  },
  {
    head: 'Grants',
    of: ({ grants }) => ({
      count: [grants.member, grants.group].flatMap(Object.values).reduce((sum, count) => sum + count, 0),
      perhaps: grants.unread !== null,
    }),
    opens: null,
  },
  {
    head: 'Findings',
    of: ({ findings }) => ({
      count: findings.reduce((sum, { count }) => sum + count, 0),
      perhaps: findings.some(({ unknown }) => unknown !== null),
    }),
    opens: null,
  },
  { head: 'Unknowns', of: ({ unknowns }) => exactly(unknowns.length), opens: null },
];

function written({ count, perhaps }: { count: number; perhaps: boolean }): string {
  return `${countText(count)}${perhaps ? '+' : ''}`;
}

/** The numbers of all workspaces under each other, with their sums; each leads to what it counts. */
export function AcrossTable({ workspaces }: { workspaces: readonly WorkspaceView[] }) {
  const states = useOverviews(workspaces);
  const read = workspaces.filter(({ snapshot }) => snapshot !== null);
  if (read.length < 2) return null;
  const shown = read.flatMap(({ key }) => {
    const state = states[key];
    return state?.kind === 'shown' ? [state.overview] : [];
  });
  return (
    <section className={styles.panel} aria-label="All workspaces in numbers">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Workspace</th>
            {COLUMNS.map(({ head }) => (
              <th key={head} scope="col" className={styles.number}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {read.map(({ key, name }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <Numbers workspaceKey={key} name={name} state={states[key] ?? { kind: 'working' }} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Together</th>
            {COLUMNS.map(({ head, of }) => {
              const parts = shown.map(of);
              const sum = {
                count: parts.reduce((total, { count }) => total + count, 0),
                perhaps: parts.some(({ perhaps }) => perhaps) || shown.length < workspaces.length,
              };
              return (
                <td key={head} className={styles.number}>
                  {written(sum)}
                </td>
              );
            })}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Numbers({
  workspaceKey,
  name,
  state,
}: {
  workspaceKey: string;
  name: string;
  state: OverviewState;
}) {
  switch (state.kind) {
    case 'working':
      return <td colSpan={COLUMNS.length}>Working out the access…</td>;
    case 'failed':
      return (
        <td colSpan={COLUMNS.length}>
          <UnknownMark reason={state.reason} />
        </td>
      );
    case 'shown':
      return COLUMNS.map(({ head, of, opens }) => {
        const number = written(of(state.overview));
        const go = () => {
          openInSummary(workspaceKey, opens);
          goToWorkspace(workspaceKey, 'summary');
        };
        return (
          <td key={head} className={styles.number}>
            <button type="button" aria-label={`${name}: ${number} ${head}`} onClick={go}>
              {number}
            </button>
          </td>
        );
      });
  }
}
