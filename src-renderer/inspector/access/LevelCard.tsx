import type { LevelRange } from '@contract/policy';
import { CircleHelp, Eye, EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { LevelMark } from '../../components/level/LevelMark';
import { levelWords, piiWords } from '../../components/level/level-words';
import styles from './pair.module.css';

/** The level on the resource, and whether PII is seen there. */
export function LevelCard({ level }: { level: LevelRange }) {
  const pii = piiWords(level);
  return (
    <div className={styles.level} data-unsure={level.atLeast === level.atMost ? undefined : true}>
      <LevelMark level={level} size={18} />
      <strong className={styles.levelWords}>{capital(levelWords(level))}</strong>
      {pii === null ? null : (
        <span className={styles.levelPii}>
          {PII_ICONS[level.pii]}
          {pii}
        </span>
      )}
      {level.ambiguous ? (
        <span className={styles.levelNote}>By one of two readings of Segment’s documentation.</span>
      ) : null}
    </div>
  );
}

const PII_ICONS: Record<LevelRange['pii'], ReactNode> = {
  allowed: <Eye aria-hidden />,
  denied: <EyeOff aria-hidden />,
  unknown: <CircleHelp aria-hidden />,
};

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
