import type { CSSProperties } from 'react';
import { labelHue } from './label-hue';
import styles from './Monogram.module.css';
import { monogram } from './monogram';
import { type DotState, StateDot } from './StateDot';

/** The tile of a workspace: its letters in a hue of its own, and the state of its data. */
export function Monogram({
  name,
  id,
  state,
  size = 28,
}: {
  name: string;
  /** What the hue follows: the id of the workspace, so that a new name keeps the colour. */
  id: string;
  /** `null`: without a dot. */
  state: DotState | null;
  size?: number;
}) {
  const hue = labelHue(id);
  const look: CSSProperties & Record<`--tile-${string}`, string> = {
    '--tile-size': `${size}px`,
    '--tile-text': `var(--hue-${hue})`,
    '--tile-ground': `var(--hue-${hue}-soft)`,
    '--tile-line': `var(--hue-${hue}-line)`,
  };
  return (
    <span className={styles.tile} style={look}>
      <span aria-hidden="true">{monogram(name)}</span>
      {state === null ? null : (
        <span className={styles.dot}>
          <StateDot state={state} label={null} />
        </span>
      )}
    </span>
  );
}
