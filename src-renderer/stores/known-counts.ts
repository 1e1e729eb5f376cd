import type { Collection } from '@contract/snapshot';
import type { SnapshotSummary } from '@contract/workspaces';
import type { WorkspaceScreenName } from './screen-names';

/** How many there are: counted, more than could be counted, or not known (never shown as none). */
export type KnownCount =
  | { kind: 'exact'; count: number }
  | { kind: 'atLeast'; count: number; reason: string }
  | { kind: 'unknown'; reason: string };

/** The screens that are lists; the others have nothing to count. */
export type CountedScreen = Exclude<WorkspaceScreenName, 'summary' | 'matrix' | 'board' | 'plan'>;

/** Whether a screen is a list that can be counted. */
export function isCounted(screen: WorkspaceScreenName): screen is CountedScreen {
  return screen !== 'summary' && screen !== 'matrix' && screen !== 'board' && screen !== 'plan';
}

/** The lists that make up what a screen counts. */
const COLLECTIONS: Record<CountedScreen, readonly (Collection | 'tokens')[]> = {
  members: ['members'],
  groups: ['groups'],
  resources: ['sources', 'destinations', 'warehouses', 'spaces', 'trackingPlans', 'functions'],
  labels: ['labels'],
  roles: ['roles'],
  tokens: ['tokens'],
};

/** How many a screen holds, with the lists that could not be read taken into account. */
export function knownCount({ counts, unknowns }: SnapshotSummary, screen: CountedScreen): KnownCount {
  const missing = COLLECTIONS[screen].flatMap(
    (name) => unknowns.find(({ subject }) => subject === name) ?? [],
  );
  const count = counts[screen];
  const reason = missing.map((each) => each.reason).join(' ');
  if (count === null) return { kind: 'unknown', reason: reason || 'The Public API does not show this.' };
  if (missing.length === 0) return { kind: 'exact', count };
  return count === 0 ? { kind: 'unknown', reason } : { kind: 'atLeast', count, reason };
}

/** Adds counts; what is unknown makes the sum a lower bound. */
export function sumOf(counts: readonly KnownCount[]): { count: number; complete: boolean } {
  let count = 0;
  for (const each of counts) if (each.kind !== 'unknown') count += each.count;
  return { count, complete: counts.every(({ kind }) => kind === 'exact') };
}
