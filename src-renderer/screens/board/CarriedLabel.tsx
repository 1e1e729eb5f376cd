import type { Change } from '@contract/changes';
import type { LabelRef } from '@contract/snapshot';
import type { KeyboardEvent } from 'react';
import { LabelChip } from '../../components/LabelChip';
import { labelText } from '../../components/list/label-text';
import { goToFirstInSight } from '../../drag/keyboard';
import { watchPointer } from '../../drag/pointer';
import { pickUp } from '../../drag/session';
import { addChanges } from '../../stores/draft';
import { announce, type Load } from '../../stores/drag';
import { useSelection } from '../../stores/selected-workspace';
import { useBoard } from './board-context';
import labelStyles from './labels-column.module.css';

/** Takes something away by the draft, and says so. */
export async function takeAway(workspaceKey: string, changes: Change[], words: string): Promise<void> {
  if (await addChanges(workspaceKey, changes)) announce(`${words}: added to the draft.`);
}

/**
 * A label that is worn or granted: can be carried elsewhere, dragged out, and
 * taken away with Delete. Its click opens the label in the inspector.
 */
export function CarriedLabel({
  label,
  target,
  changes,
  words,
  from,
}: {
  label: LabelRef;
  /** The key of the drop target that it is in. */
  target: string;
  /** What takes it away. */
  changes: () => Change[];
  /** The same in words. */
  words: string;
  /** Where it is, for its name: `in Source Admin of Analysts`. */
  from: string;
}) {
  const { workspaceKey } = useBoard();
  const { select } = useSelection();
  const load = (): Load => ({ labels: [label], home: { target, changes: changes(), words } });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      void takeAway(workspaceKey, changes(), words);
    } else if (event.key === ' ') {
      pickUp(workspaceKey, load(), 'keyboard');
      goToFirstInSight();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      className={labelStyles.carried}
      aria-label={`${labelText(label)} ${from}`}
      aria-keyshortcuts="Delete Space"
      onPointerDown={(event) => {
        event.stopPropagation();
        watchPointer(event, workspaceKey, load);
      }}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        select({ kind: 'label', id: labelText(label) });
      }}
    >
      <LabelChip label={label} />
    </button>
  );
}
