import type { LevelRange } from '@contract/policy';
import { type ReactNode, useEffect, useRef } from 'react';
import { LevelMark } from '../../components/level/LevelMark';
import { levelWords } from '../../components/level/level-words';
import { PiiMark } from '../../components/level/PiiMark';
import type { ChosenPair } from '../../stores/selection';
import { useInspectorLinks } from '../links';
import styles from './access.module.css';
import { pairKey } from './pair-key';

/** A member or a resource in a list of the other's access: leads to the explanation of the two. */
export function PairRow({
  pair,
  icon,
  name,
  detail,
  level,
}: {
  pair: ChosenPair;
  icon: ReactNode;
  name: string;
  /** What tells two of one name apart. */
  detail?: string;
  level: LevelRange;
}) {
  const { follow, left } = useInspectorLinks();
  const button = useRef<HTMLButtonElement>(null);
  const cameBack = left !== null && left.kind === 'pair' && pairKey(left) === pairKey(pair);

  // Whoever comes back from the explanation goes on where they were.
  useEffect(() => {
    const elsewhere = document.activeElement?.closest('button, input') ?? null;
    if (cameBack && elsewhere === null) button.current?.focus();
  }, [cameBack]);

  return (
    <li>
      <button ref={button} type="button" className={styles.row} onClick={() => follow(pair)}>
        {icon}
        <span className={styles.rowName} title={detail === undefined ? name : `${name} ${detail}`}>
          {name}
          {detail === undefined ? null : <span className={styles.rowDetail}> {detail}</span>}
        </span>
        <PiiMark pii={level.atMost === 'none' ? 'denied' : level.pii} />
        <LevelMark level={level} />
        <span className={styles.rowLevel}>{levelWords(level)}</span>
      </button>
    </li>
  );
}
