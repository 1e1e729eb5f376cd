import type { Overview } from '@contract/overview';
import { countText } from '../../components/list/counts';
import { unknownWords } from '../workspaces/unknown-words';
import { ChartCard } from './ChartCard';
import styles from './summary.module.css';

/** What could not be seen, which every number here leaves open. */
export function UnknownsCard({ overview: { unknowns } }: { overview: Overview }) {
  return (
    <ChartCard title="What cannot be seen">
      {unknowns.length === 0 ? <p className={styles.nothing}>Everything could be seen.</p> : null}
      <ul className={styles.unknowns}>
        {unknowns.map(({ subject, reason, count }) => (
          <li key={`${subject} ${reason}`}>
            <b>
              {unknownWords(subject)}
              {count > 1 ? ` (${countText(count)})` : ''}
            </b>{' '}
            {reason}
          </li>
        ))}
      </ul>
    </ChartCard>
  );
}
