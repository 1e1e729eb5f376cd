import type { LabelRef } from '@contract/snapshot';
import type { CSSProperties } from 'react';
import styles from './LabelChip.module.css';
import { labelHue } from './label-hue';

/** A label, `key:value`, in the hue of its key. */
export function LabelChip({ label }: { label: LabelRef }) {
  const hue = labelHue(label.key);
  const colours: CSSProperties & Record<`--chip-${string}`, string> = {
    '--chip-text': `var(--hue-${hue})`,
    '--chip-ground': `var(--hue-${hue}-soft)`,
    '--chip-line': `var(--hue-${hue}-line)`,
  };
  return (
    <span className={styles.chip} style={colours} title={`${label.key}:${label.value}`}>
      <span className={styles.key}>{label.key}:</span>
      <span className={styles.value}>{label.value}</span>
    </span>
  );
}
