import { CircleHelp } from 'lucide-react';
import { Button } from '../../components/Button';
import { counted, countText } from '../../components/list/counts';
import styles from './legend.module.css';
import { MarkPicture } from './MarkPicture';
import { Panel } from './Panel';
import panelStyles from './panel.module.css';
import type { OpenedMatrix } from './use-open-matrix';
import { usePalette } from './use-palette';

/** Cells of the contract of `matrix.window`, as samples. */
const ADMIN = 0b1111;
const READ = 0b0101;
const NONE = 0;
const UNKNOWN = 0b1100;
const PII = READ | (1 << 6);
const OWNER_ONLY = ADMIN | (1 << 8);
const GAIN = READ | (1 << 9);
const LOSS = READ | (1 << 10);
const FOLD = 1 << 15;
const SOME = FOLD | 0b0100;
const ALL = FOLD | 0b0101;

/** What the marks mean, with how many cells there are of each, and what cannot be known. Always in sight. */
export function Legend({ opened, folded }: { opened: OpenedMatrix; folded: boolean }) {
  const palette = usePalette();
  const { cells, unknowns } = opened;
  const counts = [
    { word: ADMIN, name: 'admin', count: cells.admin },
    { word: READ, name: 'read', count: cells.read },
    { word: NONE, name: 'no access', count: cells.none },
    { word: UNKNOWN, name: 'unknown', count: cells.unknown },
    { word: PII, name: 'sees PII', count: cells.pii },
  ];
  const others = [
    { word: OWNER_ONLY, name: 'owner role only', title: 'Only through an owner role' },
    { word: GAIN, name: 'draft widens', title: 'The draft gives more here' },
    { word: LOSS, name: 'draft narrows', title: 'The draft takes something away here' },
    ...(folded
      ? [
          { word: ALL, name: 'all of a fold', title: 'All resources of the fold' },
          { word: SOME, name: 'some of a fold', title: 'Some resources of the fold' },
        ]
      : []),
  ];
  return (
    <div className={styles.legend}>
      <ul className={styles.entries} aria-label="Legend and counts of cells">
        {counts.map(({ word, name, count }) => (
          <li key={name} className={styles.entry}>
            <MarkPicture word={word} palette={palette} />
            <span>{name}</span>
            <span className={styles.count}>{countText(count)}</span>
          </li>
        ))}
        {others.map(({ word, name, title }) => (
          <li key={name} className={styles.entry} title={title}>
            <MarkPicture word={word} palette={palette} />
            <span>{name}</span>
          </li>
        ))}
        {unknowns.length === 0 ? null : (
          <li>
            <Panel
              label="What cannot be known"
              align="end"
              content={
                <ul className={panelStyles.bullets}>
                  {unknowns.map((unknown) => (
                    <li key={unknown}>{unknown}</li>
                  ))}
                </ul>
              }
            >
              <Button variant="quiet" icon={<CircleHelp aria-hidden />} className={styles.unknowns}>
                {counted(unknowns.length, 'unknown')}
              </Button>
            </Panel>
          </li>
        )}
      </ul>
    </div>
  );
}
