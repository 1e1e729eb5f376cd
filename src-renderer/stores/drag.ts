import type { Change } from '@contract/changes';
import type { DropVerdict } from '@contract/drafts';
import type { LabelRef } from '@contract/snapshot';
import { create } from 'zustand';

/** Where carried labels come from when they are worn or granted already, and what dragging them out does. */
export interface Home {
  /** The key of the drop target that they are in. */
  target: string;
  /** What takes them away. */
  changes: Change[];
  /** In the infinitive: `Take env:prod off Checkout`. */
  words: string;
}

/** The labels that are carried. `home` is `null` for labels from the label column. */
export interface Load {
  labels: LabelRef[];
  home: Home | null;
}

/** What main says of dropping the load on one target. */
export type TargetVerdict =
  | { kind: 'waiting' }
  | { kind: 'told'; verdict: DropVerdict }
  | { kind: 'failed'; message: string };

/** The key of dropping outside of every target, which takes away what has a home. */
export const AWAY = 'away';

/** Whether labels are carried, whereto, and what each target would make of them. */
export type Held =
  | { kind: 'none' }
  | {
      kind: 'held';
      /** Tells two drags apart. */
      id: number;
      workspaceKey: string;
      load: Load;
      way: 'pointer' | 'keyboard';
      /** The key of the target under the pointer or the cursor, or {@link AWAY}. */
      over: string | null;
    };

interface Dragging {
  held: Held;
  /** By target key, for the load that is held. */
  verdicts: Record<string, TargetVerdict>;
  /** Labels chosen to be carried together. */
  chosenLabels: LabelRef[];
  /** Keys of targets chosen to be dropped on together. */
  chosenTargets: string[];
  /** What was said last to screen readers. */
  said: string;
}

const START: Dragging = {
  held: { kind: 'none' },
  verdicts: {},
  chosenLabels: [],
  chosenTargets: [],
  said: '',
};

export const useDragStore = create<Dragging>()(() => START);

/** As if nothing was ever carried or chosen. */
export function forgetDragging(): void {
  useDragStore.setState(START);
}

/** Says something to screen readers at once. */
export function announce(said: string): void {
  useDragStore.setState({ said });
}

function sameLabel(a: LabelRef, b: LabelRef): boolean {
  return a.key === b.key && a.value === b.value;
}

/** Puts a label among the chosen ones, or takes it out. */
export function toggleLabel(label: LabelRef): void {
  useDragStore.setState(({ chosenLabels }) => ({
    chosenLabels: chosenLabels.some((each) => sameLabel(each, label))
      ? chosenLabels.filter((each) => !sameLabel(each, label))
      : [...chosenLabels, { key: label.key, value: label.value }],
  }));
}

/** Chooses these labels and no others. */
export function chooseLabels(labels: readonly LabelRef[]): void {
  useDragStore.setState({ chosenLabels: labels.map(({ key, value }) => ({ key, value })) });
}

/** Puts a target among the chosen ones, or takes it out. */
export function toggleTarget(key: string): void {
  useDragStore.setState(({ chosenTargets }) => ({
    chosenTargets: chosenTargets.includes(key)
      ? chosenTargets.filter((each) => each !== key)
      : [...chosenTargets, key],
  }));
}

/** Leaves nothing chosen. */
export function chooseNothing(): void {
  useDragStore.setState({ chosenLabels: [], chosenTargets: [] });
}

/** Whether a label is among the chosen ones. */
export function useLabelChosen(label: LabelRef): boolean {
  return useDragStore(({ chosenLabels }) => chosenLabels.some((each) => sameLabel(each, label)));
}

/** What a target shows: `null` verdict while nothing is carried. Changes only when something of it does. */
export function useTargetVerdict(key: string): TargetVerdict | null {
  return useDragStore(({ held, verdicts }) => (held.kind === 'none' ? null : (verdicts[key] ?? WAITING)));
}

const WAITING: TargetVerdict = { kind: 'waiting' };

/** Whether the load would be dropped on this target now: under the pointer, or chosen with the one that is. */
export function useTargetOver(key: string): boolean {
  return useDragStore(({ held, chosenTargets }) => {
    if (held.kind === 'none' || held.over === null) return false;
    return held.over === key || (chosenTargets.includes(key) && chosenTargets.includes(held.over));
  });
}

export function useTargetChosen(key: string): boolean {
  return useDragStore(({ chosenTargets }) => chosenTargets.includes(key));
}
