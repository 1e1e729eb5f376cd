import type { Bridge } from '@contract/bridge';
import { channelNames, eventNames } from '@contract/names';
import { ipcRenderer } from 'electron';

const callable = new Set<string>(channelNames);
const audible = new Set<string>(eventNames);

/** The prefix that keeps our channels apart from Electron's own. */
const PREFIX = 'gatehouse:';

/**
 * The window's only door: names that the contract does not list go nowhere, and
 * the window gets neither Electron's event object nor `ipcRenderer` itself.
 */
export const bridge: Bridge = {
  call: async (name, ...input) => {
    const refused = {
      ok: false,
      failure: { code: 'refused', message: 'The window asked for something that cannot be asked.' },
    } as const;
    if (!callable.has(name)) return refused;
    try {
      return await ipcRenderer.invoke(PREFIX + name, input[0]);
    } catch {
      return refused;
    }
  },
  on: (name, listener) => {
    if (!audible.has(name) || typeof listener !== 'function') return () => undefined;
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(PREFIX + name, forward);
    return () => {
      ipcRenderer.removeListener(PREFIX + name, forward);
    };
  },
};
