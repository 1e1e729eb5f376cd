import type { DropTarget } from '@contract/drafts';
import type { MouseEvent } from 'react';
import {
  type TargetVerdict,
  toggleTarget,
  useTargetChosen,
  useTargetOver,
  useTargetVerdict,
} from '../stores/drag';
import { targetKey, useDropTarget } from './targets';
import { effectTone, isDroppable } from './verdict-words';

/** How a target is drawn: what it would make of the load that is carried. */
export type TargetLook = 'idle' | 'waiting' | 'refused' | 'gain' | 'loss' | 'both' | 'none' | 'unknown';

function lookOf(state: TargetVerdict | null): TargetLook {
  if (state === null) return 'idle';
  switch (state.kind) {
    case 'waiting':
      return 'waiting';
    case 'failed':
      return 'refused';
    case 'told':
      return isDroppable(state.verdict) ? effectTone(state.verdict.effect) : 'refused';
  }
}

/**
 * A drop target: what to spread into its element, and what it says of the load.
 * Clicking it with Ctrl, Cmd or Shift chooses it for a drop on several.
 */
export function useTarget(target: DropTarget, name: string) {
  const key = targetKey(target);
  const placed = useDropTarget(target, name);
  const verdict = useTargetVerdict(key);
  const over = useTargetOver(key);
  const chosen = useTargetChosen(key);
  const widens = verdict?.kind === 'told' && verdict.verdict.kind === 'widens';
  const narrows = verdict?.kind === 'told' && verdict.verdict.kind === 'narrows';
  return {
    key,
    verdict,
    place: {
      ...placed,
      'data-look': lookOf(verdict),
      'data-way': widens ? 'outward' : narrows ? 'inward' : undefined,
      'data-over': over || undefined,
      'data-chosen': chosen || undefined,
      onClick: (event: MouseEvent) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        toggleTarget(key);
      },
    },
  };
}
