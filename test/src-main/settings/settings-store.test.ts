import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { settingsSchema } from '@contract/settings';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, openSettings } from '../../../src-main/settings/settings-store';
import { createTroubledFiles, type TroubledFiles } from '../storage/troubled-files';

let dir = '';
let files: TroubledFiles;
let told: string[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'settings-'));
  files = createTroubledFiles();
  told = [];
});
afterEach(() => rm(dir, { recursive: true }));

const open = (delayMs = 5) => openSettings({ dir, files, delayMs, tell: (message) => told.push(message) });
const path = () => join(dir, 'settings.json');
const writes = () => files.done.filter(({ step }) => step === 'rename').length;
const bounds = { x: 10, y: 20, width: 1000, height: 700, maximized: false };

describe('settings', () => {
  it('are the defaults at first, and nothing is written for that', async () => {
    const settings = await open();
    expect(settings.get()).toEqual(DEFAULT_SETTINGS);
    expect(settingsSchema.parse(settings.get())).toEqual(DEFAULT_SETTINGS);
    expect(settings.savedWindow()).toBeNull();
    await settings.flush();
    expect(await readdir(dir)).toEqual([]);
  });

  it('change at once, are told, and survive a restart with the place of the window', async () => {
    const settings = await open();
    const heard: string[] = [];
    settings.onChange(({ theme }) => heard.push(theme));
    expect(settings.set({ theme: 'dark', inspectorWidth: 500 })).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'dark',
      inspectorWidth: 500,
    });
    settings.set({ theme: 'dark' });
    settings.saveWindow(bounds);
    await settings.flush();
    expect(heard).toEqual(['dark']);
    const next = await open();
    expect(next.get()).toEqual(settings.get());
    expect(next.savedWindow()).toEqual(bounds);
    expect(told).toEqual([]);
  });

  it('are written by themselves, many changes as one', async () => {
    const settings = await open(20);
    for (let width = 300; width < 340; width += 1) settings.set({ inspectorWidth: width });
    expect(writes()).toBe(0);
    await vi.waitFor(() => expect(writes()).toBe(1), { timeout: 2000 });
    expect(JSON.parse(await readFile(path(), 'utf8'))).toMatchObject({ inspectorWidth: 339 });
    await settings.flush();
    expect(writes()).toBe(1);
  });

  it('refuse what is not valid', async () => {
    const settings = await open();
    expect(() => settings.set({ inspectorWidth: 5 })).toThrow('not a valid setting');
    expect(settings.get()).toEqual(DEFAULT_SETTINGS);
  });

  it('take the default for a field that is missing or wrong, and keep the others', async () => {
    await writeFile(
      path(),
      JSON.stringify({ theme: 'dark', density: 7, screen: 'groups', window: { x: 1 }, old: 1 }),
    );
    const settings = await open();
    expect(settings.get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', screen: 'groups' });
    expect(settings.savedWindow()).toBeNull();
    expect(told).toEqual([]);
  });

  it('are valid whatever JSON is in the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        await writeFile(path(), text);
        expect(settingsSchema.safeParse((await open()).get()).success).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['', '{"theme":"da', '[]', 'null', '7', '\u0000\u0000\u0000'])(
    'in a broken file %j are the defaults; the file is kept aside and said',
    async (text) => {
      await writeFile(path(), text);
      const settings = await open();
      expect(settings.get()).toEqual(DEFAULT_SETTINGS);
      expect(told).toEqual([expect.stringMatching(/settings\.broken\.json/)]);
      expect(await readFile(join(dir, 'settings.broken.json'), 'utf8')).toBe(text);
      expect(await readdir(dir)).toEqual(['settings.broken.json']);
    },
  );

  it('start with the defaults when the file cannot be read, and say so', async () => {
    await mkdir(path());
    expect((await open()).get()).toEqual(DEFAULT_SETTINGS);
    expect(told).toEqual([expect.stringMatching(/could not read settings\.json.*default settings/)]);
  });

  it('stay in use on a full disk, say so once, and are written when there is space', async () => {
    const settings = await open(1);
    files.failWith('ENOSPC', ({ step }) => step === 'write');
    settings.set({ theme: 'dark' });
    await vi.waitFor(() => expect(told).toHaveLength(1), { timeout: 2000 });
    settings.set({ theme: 'light' });
    await pause(30);
    expect(told).toEqual([expect.stringMatching(/disk is full/)]);
    await expect(settings.flush()).rejects.toMatchObject({ failure: { code: 'disk' } });
    expect(settings.get().theme).toBe('light');
    files.heal();
    await settings.flush();
    expect((await open()).get().theme).toBe('light');
  });

  it('clear away what a crashed write has left', async () => {
    await writeFile(join(dir, '.settings.json.0badc0de-0123456789abcdef.tmp'), '{');
    await open();
    expect(await readdir(dir)).toEqual([]);
  });
});
