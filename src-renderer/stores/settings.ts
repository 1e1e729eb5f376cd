import type { Settings, SettingsPatch } from '@contract/settings';
import { create } from 'zustand';
import { call, failureOf } from '../api/bridge';
import { notify } from './notices';

/** What holds until main has told the settings. */
const UNTIL_TOLD: Settings = {
  theme: 'system',
  density: 'compact',
  sandboxStopped: false,
  screen: 'overview',
  inspectorWidth: 340,
  shortSession: 'idle',
};

export const useSettingsStore = create<{ settings: Settings }>()(() => ({ settings: UNTIL_TOLD }));

export function receiveSettings(settings: Settings): void {
  useSettingsStore.setState({ settings });
}

/** Changes settings at once in the window and then in main; what main refuses is undone and said. */
export async function changeSettings(patch: SettingsPatch): Promise<void> {
  const before = useSettingsStore.getState().settings;
  useSettingsStore.setState({ settings: { ...before, ...definedOnly(patch) } });
  try {
    receiveSettings(await call('settings.set', patch));
  } catch (thrown) {
    receiveSettings(before);
    notify('error', failureOf(thrown).message);
  }
}

function definedOnly(patch: SettingsPatch): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

export function useSettings(): Settings {
  return useSettingsStore(({ settings }) => settings);
}
