import type { Overview } from '@contract/overview';
import { countText } from '../../components/list/counts';
import { openInSummary } from '../../stores/summary';
import { BarRow, ofAll } from './BarRow';
import { ChartCard } from './ChartCard';
import styles from './summary.module.css';

/** How many sources and spaces carry a label of each key; behind a bar stand those that carry none. */
export function CoverageChart({ workspaceKey, overview }: { workspaceKey: string; overview: Overview }) {
  const { sources, spaces, hiddenSpaces, keys, unread } = overview.labelCoverage;
  const hidden =
    hiddenSpaces === 0
      ? null
      : `The labels of ${countText(hiddenSpaces)} of ${countText(spaces)} spaces cannot be seen.`;
  const open = (type: 'SOURCE' | 'SPACE', key: string) => () =>
    openInSummary(workspaceKey, {
      kind: 'mark',
      mark: { kind: 'labelKey', type, key, carried: false },
      title: `${type === 'SOURCE' ? 'Sources' : 'Spaces'} without ${key}`,
    });
  return (
    <ChartCard
      title="Label coverage"
      unread={[hidden, unread].filter((each) => each !== null).join(' ') || null}
    >
      {keys.length === 0 ? <p className={styles.nothing}>This workspace has no labels.</p> : null}
      {keys.map(({ key, values, sources: labelled, spaces: labelledSpaces }) => (
        <div key={key} className={styles.pair}>
          <BarRow
            name={`${key} on sources`}
            of={sources}
            parts={[
              {
                kind: 'label',
                count: labelled,
                words: `${countText(labelled)} carry one of ${countText(values)} values`,
              },
            ]}
            number={ofAll(labelled, sources)}
            onOpen={open('SOURCE', key)}
          />
          {spaces === 0 || hiddenSpaces === spaces ? null : (
            <BarRow
              name={`${key} on spaces`}
              of={spaces}
              parts={[
                { kind: 'label', count: labelledSpaces, words: `${countText(labelledSpaces)} carry it` },
                { kind: 'unknown', count: hiddenSpaces, words: `${countText(hiddenSpaces)} cannot be seen` },
              ]}
              number={ofAll(labelledSpaces, spaces)}
              onOpen={open('SPACE', key)}
            />
          )}
        </div>
      ))}
    </ChartCard>
  );
}
