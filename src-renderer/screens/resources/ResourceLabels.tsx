import type { ResourceRow } from '@contract/lists';
import type { LabelRef } from '@contract/snapshot';
import { LabelChip } from '../../components/LabelChip';
import { chipsThatFit } from '../../components/list/fit-chips';
import { labelText } from '../../components/list/label-text';
import { UnknownMark } from '../../components/UnknownMark';
import styles from './resources.module.css';

/**
 * The labels of a resource in its row. A click narrows the list to one of them;
 * with the keyboard the inspector leads to the same.
 */
export function ResourceLabels({
  row,
  reason,
  width,
  onLabel,
}: {
  row: ResourceRow;
  /** Why labels that cannot be seen are unknown. */
  reason: string;
  /** The room in px. */
  width: number;
  onLabel: (label: LabelRef) => void;
}) {
  if (!row.canCarryLabels) return null;
  if (row.labels === null) return <UnknownMark inRow reason={reason} />;
  if (row.labels.length === 0) return <span className={styles.none}>none</span>;
  const texts = row.labels.map(labelText);
  const shown = chipsThatFit(texts, width);
  return (
    <span className={styles.labels} title={texts.join('\n')}>
      {row.labels.slice(0, shown).map((label) => (
        <button
          key={labelText(label)}
          type="button"
          tabIndex={-1}
          className={styles.label}
          aria-label={`Show only ${labelText(label)}`}
          onClick={() => onLabel(label)}
        >
          <LabelChip label={label} />
        </button>
      ))}
      {shown < texts.length ? <span className={styles.more}>+{texts.length - shown}</span> : null}
    </span>
  );
}
