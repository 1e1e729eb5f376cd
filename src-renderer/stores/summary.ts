import type { FindingRule } from '@contract/findings';
import type { OverviewMark } from '@contract/overview';
import { create } from 'zustand';

/** What of the overview of a workspace is opened: the things behind a mark, or what a rule found. */
export type Opened =
  | { kind: 'mark'; mark: OverviewMark; title: string }
  | { kind: 'rule'; rule: FindingRule };

/** What is opened, by workspace key. Only in memory. */
export const useSummaryStore = create<{ opened: Record<string, Opened> }>()(() => ({ opened: {} }));

/** Opens something of the overview; `null` shows the whole again. */
export function openInSummary(key: string, what: Opened | null): void {
  useSummaryStore.setState(({ opened: { [key]: _before, ...rest } }) => ({
    opened: what === null ? rest : { ...rest, [key]: what },
  }));
}

/** What is opened in this workspace. */
export function useOpened(key: string): Opened | null {
  return useSummaryStore(({ opened }) => opened[key] ?? null);
}

/** Forgets it for all workspaces but these. */
export function keepSummariesOf(keys: readonly string[]): void {
  const kept = new Set(keys);
  useSummaryStore.setState(({ opened }) => ({
    opened: Object.fromEntries(Object.entries(opened).filter(([key]) => kept.has(key))),
  }));
}
