import type { MatrixView } from '@contract/matrix';
import { X } from 'lucide-react';
import type { ViewChip } from './matrix-filters';
import { WHOLE_VIEW } from './matrix-look';
import styles from './toolbar.module.css';

/** What the matrix is narrowed and arranged by, each to be taken away, and all at once. */
export function FilterChips({
  chips,
  view,
  onView,
}: {
  chips: readonly ViewChip[];
  view: MatrixView;
  onView: (patch: Partial<MatrixView>) => void;
}) {
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label="Filters">
      {chips.map((chip) => (
        <li key={chip.id} className={styles.chip} data-narrows={chip.narrows || undefined}>
          <span className={styles.chipWords} title={chip.words}>
            {chip.words}
          </span>
          <button
            type="button"
            className={styles.remove}
            aria-label={`Remove: ${chip.words}`}
            onClick={() => onView(chip.without)}
          >
            <X aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className={styles.clearAll}
          onClick={() => onView({ ...WHOLE_VIEW, principals: view.principals })}
        >
          Clear all
        </button>
      </li>
    </ul>
  );
}
