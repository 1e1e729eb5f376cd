import type { Overview } from '@contract/overview';
import { countText } from '../../components/list/counts';
import { openInSummary } from '../../stores/summary';
import { BarRow } from './BarRow';
import { ChartCard } from './ChartCard';
import styles from './summary.module.css';

function sizeWords(from: number, to: number | null): string {
  if (to === null) return `More than ${countText(from - 1)} members`;
  if (to === 0) return 'No members';
  return `${countText(from)} to ${countText(to)} members`;
}

/** How many groups have how many members. */
export function GroupSizesChart({ workspaceKey, overview }: { workspaceKey: string; overview: Overview }) {
  const { sizes, unknown, unread } = overview.groups;
  const most = Math.max(1, ...sizes.map(({ groups }) => groups));
  const some = sizes.some(({ groups }) => groups > 0);
  return (
    <ChartCard title="Groups by size" unread={unread}>
      {some || unknown > 0 || unread !== null ? null : (
        <p className={styles.nothing}>This workspace has no groups.</p>
      )}
      {sizes.map(({ from, to, groups }) => {
        const words = sizeWords(from, to);
        return (
          <BarRow
            key={from}
            name={words}
            of={most}
            parts={[{ kind: 'group', count: groups, words: `${countText(groups)} groups` }]}
            number={countText(groups)}
            onOpen={
              groups === 0
                ? null
                : () =>
                    openInSummary(workspaceKey, {
                      kind: 'mark',
                      mark: { kind: 'groups', from, to },
                      title: `Groups: ${words.toLowerCase()}`,
                    })
            }
          />
        );
      })}
    </ChartCard>
  );
}
