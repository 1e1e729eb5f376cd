import type { AppInfo } from '@contract/settings';
import { create } from 'zustand';

/** Facts of the running app; `null` until main has said so. */
export const useAppInfoStore = create<{ info: AppInfo | null }>()(() => ({ info: null }));

export function receiveAppInfo(info: AppInfo): void {
  useAppInfoStore.setState({ info });
}

export function useAppInfo(): AppInfo | null {
  return useAppInfoStore(({ info }) => info);
}
