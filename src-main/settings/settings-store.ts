import { dirname, join } from 'node:path';
import { type Settings, type SettingsPatch, settingsPatchSchema, settingsSchema } from '@contract/settings';
import { z } from 'zod';
import { readIfThere, removeStaleTemporaries, setAside, writeAtomically } from '../storage/atomic-file';
import { Failed } from '../storage/failed';
import { type FileSystem, realFileSystem } from '../storage/file-system';
import { createOneAtATime } from '../storage/one-at-a-time';
import { type SavedWindow, savedWindowSchema } from './window-bounds';

/** How the app looks before anybody changed anything. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'compact',
  sandboxStopped: false,
  screen: 'overview',
  inspectorWidth: 340,
  shortSession: 'idle',
};

/** Each field that is missing or wrong falls back to its default on its own; unknown ones are dropped. */
const fileSchema = z.object({
  theme: settingsSchema.shape.theme.catch(DEFAULT_SETTINGS.theme),
  density: settingsSchema.shape.density.catch(DEFAULT_SETTINGS.density),
  sandboxStopped: settingsSchema.shape.sandboxStopped.catch(DEFAULT_SETTINGS.sandboxStopped),
  screen: settingsSchema.shape.screen.catch(DEFAULT_SETTINGS.screen),
  inspectorWidth: settingsSchema.shape.inspectorWidth.catch(DEFAULT_SETTINGS.inspectorWidth),
  shortSession: settingsSchema.shape.shortSession.catch(DEFAULT_SETTINGS.shortSession),
  window: savedWindowSchema.nullable().catch(null),
});

/** The settings of this machine, in clear: nothing of a workspace is in them. */
export interface SettingsStore {
  get(): Settings;
  /** Changes at once; writes a little later. Answers all settings. @throws Failed `badInput` */
  set(patch: SettingsPatch): Settings;
  /** Where the window was; `null` before it was ever moved. */
  savedWindow(): SavedWindow | null;
  saveWindow(window: SavedWindow): void;
  /** Writes now what has not been written: for the end of the app. @throws Failed `disk` */
  flush(): Promise<void>;
  onChange(listener: (settings: Settings) => void): () => void;
}

/** What a settings store is made of. */
export interface SettingsOptions {
  /** The folder for `settings.json`. */
  readonly dir: string;
  readonly files?: FileSystem;
  /** How long changes are gathered before they are written, in ms. */
  readonly delayMs?: number;
  /** Takes what the admin should hear although no call asked for it. */
  readonly tell?: (message: string) => void;
}

type Content = z.infer<typeof fileSchema>;

async function load(
  path: string,
  aside: string,
  files: FileSystem,
  tell: (message: string) => void,
): Promise<Content> {
  const defaults: Content = { ...DEFAULT_SETTINGS, window: null };
  try {
    await removeStaleTemporaries(dirname(path), files);
    const bytes = await readIfThere(path, files);
    if (bytes === null) return defaults;
    try {
      const parsed = fileSchema.safeParse(JSON.parse(bytes.toString('utf8')));
      if (parsed.success) return parsed.data;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    await setAside(path, aside, files);
    tell(
      'The settings file was damaged. It was kept as settings.broken.json, and Gatehouse starts with its defaults.',
    );
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    tell(`${error.failure.message} Gatehouse starts with its default settings.`);
  }
  return defaults;
}

/** Reads the settings. Never fails: what cannot be read is told, and the defaults are used. */
export async function openSettings(options: SettingsOptions): Promise<SettingsStore> {
  const files = options.files ?? realFileSystem;
  const tell = options.tell ?? (() => undefined);
  const delay = options.delayMs ?? 300;
  const path = join(options.dir, 'settings.json');
  const queue = createOneAtATime();
  const listeners = new Set<(settings: Settings) => void>();

  let content = await load(path, join(options.dir, 'settings.broken.json'), files, tell);
  let written = content;
  let timer: NodeJS.Timeout | null = null;
  let failing = false;

  const settingsNow = (): Settings => settingsSchema.parse(content);

  const write = () =>
    queue.run(async () => {
      if (written === content) return;
      const writing = content;
      await writeAtomically(path, Buffer.from(`${JSON.stringify(writing, null, 2)}\n`), files);
      written = writing;
      failing = false;
    });

  const writeSoon = () => {
    if (timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      write().catch((error: unknown) => {
        // Said once; the next change tries again.
        if (!failing)
          tell(error instanceof Failed ? error.failure.message : 'Gatehouse could not save the settings.');
        failing = true;
      });
    }, delay);
    timer.unref();
  };

  return {
    get: settingsNow,
    set: (patch) => {
      const parsed = settingsPatchSchema.safeParse(patch);
      if (!parsed.success) throw new Failed('badInput', 'That is not a valid setting.');
      const before = settingsNow();
      const next = settingsSchema.parse({ ...before, ...definedOf(parsed.data) });
      if (JSON.stringify(next) === JSON.stringify(before)) return before;
      content = { ...content, ...next };
      writeSoon();
      for (const listener of [...listeners]) listener(next);
      return next;
    },
    savedWindow: () => content.window,
    saveWindow: (window) => {
      content = { ...content, window: savedWindowSchema.parse(window) };
      writeSoon();
    },
    flush: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      return write();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** A patch without the fields that are spelled out as undefined: those mean no change. */
function definedOf(patch: SettingsPatch): Record<string, unknown> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
