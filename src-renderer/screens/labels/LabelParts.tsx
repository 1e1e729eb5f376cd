import type { LabelRef } from '@contract/snapshot';
import type { CSSProperties } from 'react';
import { labelHue } from '../../components/label-hue';
import styles from './labels.module.css';

type Hued = CSSProperties & Record<'--hue' | '--hue-soft' | '--hue-line', string>;

function hueOf(key: string): Hued {
  const hue = labelHue(key);
  return {
    '--hue': `var(--hue-${hue})`,
    '--hue-soft': `var(--hue-${hue}-soft)`,
    '--hue-line': `var(--hue-${hue}-line)`,
  };
}

/** The key of a label in its hue. Below the first of a run it is left to screen readers. */
export function LabelKey({ labelKey, said }: { labelKey: string; said: boolean }) {
  return (
    <span className={said ? styles.key : styles.unsaid} style={hueOf(labelKey)}>
      {labelKey}
    </span>
  );
}

/** The value of a label in the hue of its key. */
export function LabelValue({ label }: { label: LabelRef }) {
  return (
    <span className={styles.value} style={hueOf(label.key)}>
      {label.value}
    </span>
  );
}
