import { useCallback } from 'react';
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { SortOrder } from './column';
import { forgetScrolls } from './scroll-memory';

/** How a list is looked at: what is searched for and how it is sorted. Screens add their filters. */
export interface ListLook<Sort extends string> {
  text: string;
  sort: SortOrder<Sort> | null;
}

/** The looks of one screen by workspace key, while the window lives. Nothing of it goes to disk. */
export interface LookMemory<Look> {
  fresh: Look;
  looks: UseBoundStore<StoreApi<Record<string, Look>>>;
}

const forgetters = new Set<() => void>();

/** Makes the memory of one screen. `fresh` is how it looks at first. */
export function createLookMemory<Look extends object>(fresh: Look): LookMemory<Look> {
  const looks = create<Record<string, Look>>()(() => ({}));
  forgetters.add(() => looks.setState({}, true));
  return { fresh, looks };
}

/** The look of a screen at a workspace, and how to change it. */
export function useLook<Look extends object>(
  memory: LookMemory<Look>,
  workspaceKey: string,
): readonly [Look, (patch: Partial<Look>) => void] {
  const look = memory.looks((looks) => looks[workspaceKey] ?? memory.fresh);
  const change = useCallback(
    (patch: Partial<Look>) => changeLook(memory, workspaceKey, patch),
    [memory, workspaceKey],
  );
  return [look, change];
}

/** Changes the look of a screen from elsewhere, before going there. */
export function changeLook<Look extends object>(
  memory: LookMemory<Look>,
  workspaceKey: string,
  patch: Partial<Look>,
): void {
  memory.looks.setState((looks) => ({
    [workspaceKey]: { ...(looks[workspaceKey] ?? memory.fresh), ...patch },
  }));
}

/** Forgets how all lists were looked at, searches included: the vault was locked or emptied. */
export function forgetListLooks(): void {
  for (const forget of forgetters) forget();
  forgetScrolls();
}
