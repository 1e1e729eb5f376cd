import type { ApplyView } from '@contract/apply';
import { create } from 'zustand';
import { call } from '../api/bridge';

/** The latest apply of each workspace that was not put away; `null`: there is none. */
export const useApplyStore = create<{ applies: Record<string, ApplyView | null> }>()(() => ({ applies: {} }));

/** Takes over how an apply stands. */
export function receiveApply(view: ApplyView): void {
  useApplyStore.setState(({ applies }) => ({ applies: { ...applies, [view.key]: view } }));
}

/** Drops the applies of all workspaces but these from the window. */
export function keepAppliesOf(keys: readonly string[]): void {
  const kept = new Set(keys);
  useApplyStore.setState(({ applies }) => ({
    applies: Object.fromEntries(Object.entries(applies).filter(([key]) => kept.has(key))),
  }));
}

/** Asks main how the apply of a workspace stands. Rejects as `call` does. */
export async function loadApply(key: string): Promise<void> {
  const view = await call('apply.state', { key });
  useApplyStore.setState(({ applies }) => ({ applies: { ...applies, [key]: view } }));
}

/** Begins to apply the plan that was read. Rejects as `call` does. */
export async function startApply(key: string, planId: string, hash: string): Promise<void> {
  receiveApply(await call('apply.start', { key, planId, hash }));
}

/** Tells a running apply what to do after the step that is under way. Rejects as `call` does. */
export async function steerApply(key: string, what: 'pause' | 'resume' | 'cancel'): Promise<void> {
  switch (what) {
    case 'pause':
      receiveApply(await call('apply.pause', { key }));
      break;
    case 'resume':
      receiveApply(await call('apply.resume', { key }));
      break;
    case 'cancel':
      receiveApply(await call('apply.cancel', { key }));
      break;
  }
}

/** Puts a finished or stopped apply away. Rejects as `call` does. */
export async function dismissApply(key: string): Promise<void> {
  await call('apply.dismiss', { key });
  useApplyStore.setState(({ applies }) => ({ applies: { ...applies, [key]: null } }));
}

/** The apply of a workspace; `undefined` until main was asked. */
export function useApply(key: string): ApplyView | null | undefined {
  return useApplyStore(({ applies }) => applies[key]);
}
