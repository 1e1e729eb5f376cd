import type { Subject } from '@contract/inspect';
import { create } from 'zustand';
import type { ScreenName } from './screen-names';

/**
 * What the inspector shows on one screen of one workspace: `subject`, and those
 * that led to it by following references inside of the inspector.
 */
export interface Inspected {
  subject: Subject;
  trail: Subject[];
}

export const useSelectionStore = create<{ inspected: Record<string, Inspected> }>()(() => ({
  inspected: {},
}));

function place(key: string, screen: ScreenName): string {
  return `${key} ${screen}`;
}

/** Selects something in a list, which shows it in the inspector; `null` closes the inspector. */
export function select(key: string, screen: ScreenName, subject: Subject | null): void {
  useSelectionStore.setState(({ inspected }) => {
    const { [place(key, screen)]: _before, ...rest } = inspected;
    return { inspected: subject === null ? rest : { ...rest, [place(key, screen)]: { subject, trail: [] } } };
  });
}

/** Follows a reference inside of the inspector; {@link stepBack} returns. */
export function follow(key: string, screen: ScreenName, subject: Subject): void {
  useSelectionStore.setState(({ inspected }) => {
    const before = inspected[place(key, screen)];
    const trail = before === undefined ? [] : [...before.trail, before.subject];
    return { inspected: { ...inspected, [place(key, screen)]: { subject, trail } } };
  });
}

/** Returns to what led here. */
export function stepBack(key: string, screen: ScreenName): void {
  useSelectionStore.setState(({ inspected }) => {
    const here = inspected[place(key, screen)];
    const subject = here?.trail.at(-1);
    if (here === undefined || subject === undefined) return { inspected };
    return { inspected: { ...inspected, [place(key, screen)]: { subject, trail: here.trail.slice(0, -1) } } };
  });
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
