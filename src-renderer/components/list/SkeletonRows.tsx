import styles from './skeleton-rows.module.css';

const WIDTHS = [62, 48, 71, 55, 66, 43, 58, 74, 50, 61, 46, 69];

/** Stands for rows on the first load. Appears only when that takes long enough to notice. */
export function SkeletonRows({ label }: { label: string }) {
  return (
    <div className={styles.rows} aria-busy="true">
      <span className={styles.words} role="status">
        Loading {label}
      </span>
      {WIDTHS.map((width) => (
        <div key={width} className={styles.row} aria-hidden="true">
          <span style={{ width: `${width / 2}%` }} />
          <span style={{ width: `${width / 4}%` }} />
          <span style={{ width: '6%' }} />
        </div>
      ))}
    </div>
  );
}
