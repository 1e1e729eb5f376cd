import type { Subject } from '@contract/inspect';
import type { ResourceType } from '@contract/snapshot';
import { create } from 'zustand';
import type { ScreenName } from './screen-names';

/** A member and a resource whose access is explained, for one action. */
export interface ChosenPair {
  kind: 'pair';
  memberId: string;
  resource: { type: ResourceType; id: string };
  /** As the policy engine names it: `view`, `editSchema`. */
  action: string;
}

/** What the inspector can show: a thing, or the access of a member to a resource. */
export type Chosen = Subject | ChosenPair;

/**
 * What the inspector shows on one screen of one workspace: `subject`, and those
 * that led to it by following references inside of the inspector.
 */
export interface Inspected {
  subject: Chosen;
  trail: Chosen[];
  /** What was left by stepping back here; `null` when one came some other way. */
  left: Chosen | null;
}

export const useSelectionStore = create<{ inspected: Record<string, Inspected> }>()(() => ({
  inspected: {},
}));

function place(key: string, screen: ScreenName): string {
  return `${key} ${screen}`;
}

function put(at: string, inspected: Inspected): void {
  useSelectionStore.setState((state) => ({ inspected: { ...state.inspected, [at]: inspected } }));
}

/** Selects something in a list, which shows it in the inspector; `null` closes the inspector. */
export function select(key: string, screen: ScreenName, subject: Chosen | null): void {
  const at = place(key, screen);
  if (subject !== null) {
    put(at, { subject, trail: [], left: null });
    return;
  }
  useSelectionStore.setState(({ inspected: { [at]: _before, ...rest } }) => ({ inspected: rest }));
}

/** Follows a reference inside of the inspector; {@link stepBack} returns. */
export function follow(key: string, screen: ScreenName, subject: Chosen): void {
  const at = place(key, screen);
  const before = useSelectionStore.getState().inspected[at];
  put(at, { subject, trail: before === undefined ? [] : [...before.trail, before.subject], left: null });
}

/** Shows something else in the place of what is shown, as the same step of the way. */
export function replace(key: string, screen: ScreenName, subject: Chosen): void {
  const at = place(key, screen);
  put(at, { subject, trail: useSelectionStore.getState().inspected[at]?.trail ?? [], left: null });
}

/** Returns to what led here. */
export function stepBack(key: string, screen: ScreenName): void {
  const at = place(key, screen);
  const here = useSelectionStore.getState().inspected[at];
  const subject = here?.trail.at(-1);
  if (here === undefined || subject === undefined) return;
  put(at, { subject, trail: here.trail.slice(0, -1), left: here.subject });
}

/** What of the list the inspector is about: the thing itself, or the one whose access is explained. */
export function listedSubject({ subject, trail }: Inspected): Subject | null {
  if (subject.kind !== 'pair') return subject;
  return trail.findLast((each) => each.kind !== 'pair') ?? null;
}

/** Destroys the selections of all workspaces but these. */
export function keepSelectionsOf(keys: readonly string[]): void {
  const kept = new Set(keys);
  useSelectionStore.setState(({ inspected }) => ({
    inspected: Object.fromEntries(
      Object.entries(inspected).filter(([at]) => kept.has(at.slice(0, at.indexOf(' ')))),
    ),
  }));
}

/** What the inspector shows on this screen of this workspace; `null`: it is closed. */
export function useInspected(key: string | null, screen: ScreenName): Inspected | null {
  return useSelectionStore(({ inspected }) =>
    key === null ? null : (inspected[place(key, screen)] ?? null),
  );
}
