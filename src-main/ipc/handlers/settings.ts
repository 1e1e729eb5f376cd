import type { SettingsStore } from '../../settings/settings-store';
import type { Handlers } from '../wire';

/** How the app looks on this machine. */
export function settingsHandlers(settings: SettingsStore): Pick<Handlers, 'settings.get' | 'settings.set'> {
  return {
    'settings.get': () => settings.get(),
    'settings.set': (patch) => settings.set(patch),
  };
}
