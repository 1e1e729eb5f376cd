import { countText } from '../../components/list/counts';
import styles from './summary.module.css';

/** A part of a bar: how it is drawn, and its share. */
export interface BarPart {
  kind: string;
  count: number;
  /** What it counts, in words: `4,210 admin`. */
  words: string;
}

/** One line of a drawing: its name, the bar, the number. The line is a button where a list is behind it. */
export function BarRow({
  name,
  parts,
  of,
  number,
  onOpen,
}: {
  name: string;
  parts: readonly BarPart[];
  /** What the whole width stands for. */
  of: number;
  number: string;
  onOpen: (() => void) | null;
}) {
  const words = parts.map((part) => part.words).join(', ');
  const line = (
    <>
      <span className={styles.barName}>{name}</span>
      <span className={styles.bar} aria-hidden="true">
        {parts.map(({ kind, count }) =>
          count === 0 || of === 0 ? null : (
            <span
              key={kind}
              className={styles.part}
              data-part={kind}
              style={{ width: `max(2px, ${(count / of) * 100}%)` }}
            />
          ),
        )}
      </span>
      <span className={styles.barNumber}>{number}</span>
    </>
  );
  if (onOpen === null) {
    return (
      <div className={styles.barRow} title={words}>
        {line}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={styles.barRow}
      title={words}
      aria-label={`${name}: ${number}. ${words}`}
      onClick={onOpen}
    >
      {line}
    </button>
  );
}

/** A share in whole per cent, and `<1%` for what is not nothing. */
export function percent(count: number, of: number): string {
  if (of === 0) return '0%';
  const share = (count / of) * 100;
  if (count > 0 && share < 1) return '<1%';
  return count < of && share > 99 ? '>99%' : `${Math.round(share)}%`;
}

/** `12 of 40`. */
export function ofAll(count: number, of: number): string {
  return `${countText(count)} of ${countText(of)}`;
}
