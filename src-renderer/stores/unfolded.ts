import type { ResourceType } from '@contract/snapshot';
import { create } from 'zustand';

/** Which kinds of resources are unfolded in the inspector, by workspace key and member. */
export const useUnfoldedStore = create<{ unfolded: Record<string, readonly ResourceType[]> }>()(() => ({
  unfolded: {},
}));

const NONE: readonly ResourceType[] = [];

function place(key: string, memberId: string): string {
  return `${key} ${memberId}`;
}

/** Unfolds a kind of what a member reaches, or folds it again. */
export function toggleUnfolded(key: string, memberId: string, type: ResourceType): void {
  const at = place(key, memberId);
  useUnfoldedStore.setState(({ unfolded }) => {
    const before = unfolded[at] ?? NONE;
    const after = before.includes(type) ? before.filter((each) => each !== type) : [...before, type];
    return { unfolded: { ...unfolded, [at]: after } };
  });
}

/** The kinds that are unfolded for this member. */
export function useUnfolded(key: string, memberId: string): readonly ResourceType[] {
  return useUnfoldedStore(({ unfolded }) => unfolded[place(key, memberId)] ?? NONE);
}

/** Forgets it for all workspaces but these. */
export function keepUnfoldedOf(keys: readonly string[]): void {
  const kept = new Set(keys);
  useUnfoldedStore.setState(({ unfolded }) => ({
    unfolded: Object.fromEntries(
      Object.entries(unfolded).filter(([at]) => kept.has(at.slice(0, at.indexOf(' ')))),
    ),
  }));
}
