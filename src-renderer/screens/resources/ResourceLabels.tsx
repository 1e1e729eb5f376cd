import type { ResourceRow } from '@contract/lists';
import type { LabelRef } from '@contract/snapshot';
import { LabelChip } from '../../components/LabelChip';
import { UnknownMark } from '../../components/UnknownMark';
import styles from './resources.module.css';

/**
 * The labels of a resource in its row. A click narrows the list to one of them;
 * with the keyboard the inspector leads to the same.
 */
export function ResourceLabels({
  row,
  reason,
  onLabel,
}: {
  row: ResourceRow;
  /** Why labels that cannot be seen are unknown. */
  reason: string;
  onLabel: (label: LabelRef) => void;
}) {
  if (!row.canCarryLabels) return null;
  if (row.labels === null) return <UnknownMark inRow reason={reason} />;
  if (row.labels.length === 0) return <span className={styles.none}>none</span>;
  return (
    <>
      {row.labels.map((label) => (
        <button
          key={`${label.key}:${label.value}`}
          type="button"
          tabIndex={-1}
          className={styles.label}
          aria-label={`Show only ${label.key}:${label.value}`}
          onClick={() => onLabel(label)}
        >
          <LabelChip label={label} />
        </button>
      ))}
    </>
  );
}
