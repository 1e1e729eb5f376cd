import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { newProfile, removeProfile, root } from './launch';

/** What `npm run package` makes, in a folder of its own: read back, and started. */
test.describe('the package', () => {
  let output = '';
  let executable = '';
  let said = '';

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    output = mkdtempSync(join(tmpdir(), 'gatehouse-package-'));
    const made = await run(process.execPath, [join(root, 'scripts/package.mjs'), '--output', output]);
    said = made.output;
    expect(made.status, made.output).toBe(0);
    executable = programIn(made.stdout.trim().split('\n').at(-1) ?? '');
  });

  test.afterAll(() => {
    if (output !== '') rmSync(output, { recursive: true, force: true });
  });

  test('has its fuses set, as read back from the executable', async () => {
    const wire = await getCurrentFuseWire(executable);
    const on = '1'.charCodeAt(0);
    const off = '0'.charCodeAt(0);
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: process.platform === 'linux' ? off : on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    });
  });

  test('carries the built app and nothing else', async () => {
    const resources = resourcesOf(executable);
    const files = filesInArchive(join(resources, 'app.asar'));
    expect(files).toContain('package.json');
    expect(files).toContain('out/main/index.js');
    expect(files).toContain('out/main/sandbox.js');
    expect(files).toContain('out/preload/index.cjs');
    expect(files).toContain('out/renderer/index.html');
    const foreign = files.filter((file) => file !== 'package.json' && !file.startsWith('out/'));
    expect(foreign).toEqual([]);
    expect(files.filter((file) => file.endsWith('.map') || file.includes('node_modules'))).toEqual([]);
    expect(await readdir(resources)).not.toContain('app');
    expect(await readdir(resources)).not.toContain('default_app.asar');
  });

  test('says so when it is only an evaluation build', async () => {
    const evaluation = said.includes('This is an evaluation build');
    expect(basename(executable).toLowerCase().includes('evaluation')).toBe(evaluation);
    expect((await readdir(output, { recursive: true })).some(isNotice)).toBe(evaluation);
    // Whatever was used, the person was told.
    expect(evaluation || said.includes('(official runtime)')).toBe(true);
  });

  test('starts, syncs the sandbox and takes a picture of its window', async () => {
    const profile = newProfile();
    const picture = join(output, 'window.png');
    try {
      const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const args = [...asRoot, `--user-data-dir=${profile}`, `--screenshot=${picture}`];
      const { status, output: all } = await run(executable, args);
      expect(status, all).toBe(0);
      const png = readFileSync(picture);
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
      // An empty window of one colour packs to a few kilobytes.
      expect(png.length).toBeGreaterThan(20_000);
    } finally {
      removeProfile(profile);
    }
  });
});

interface Ended {
  status: number | null;
  stdout: string;
  /** stdout and stderr together */
  output: string;
}

function run(program: string, args: string[]): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: root, timeout: 110_000, killSignal: 'SIGKILL' });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', fail);
    child.on('close', (status) => done({ status, stdout, output }));
  });
}

/** The program itself: on a Mac, inside the .app folder. */
function programIn(made: string): string {
  return made.endsWith('.app') ? join(made, 'Contents/MacOS', basename(made, '.app')) : made;
}

function resourcesOf(program: string): string {
  const folder = dirname(program);
  return process.platform === 'darwin' ? join(dirname(folder), 'Resources') : join(folder, 'resources');
}

function isNotice(path: string): boolean {
  return basename(path) === 'EVALUATION-BUILD.txt';
}

interface ArchiveEntry {
  files?: Record<string, ArchiveEntry> | undefined;
}

const archiveEntry: z.ZodType<ArchiveEntry> = z.lazy(() =>
  z.object({ files: z.record(z.string(), archiveEntry).optional() }),
);

/** The files that an asar archive lists in its header: a pickled JSON text whose length stands at byte 12. */
function filesInArchive(archive: string): string[] {
  const file = openSync(archive, 'r');
  try {
    const sizes = Buffer.alloc(16);
    readSync(file, sizes, 0, 16, 0);
    const header = Buffer.alloc(sizes.readUInt32LE(12));
    readSync(file, header, 0, header.length, 16);
    return pathsBelow(archiveEntry.parse(JSON.parse(header.toString('utf8'))), '');
  } finally {
    closeSync(file);
  }
}

function pathsBelow(entry: ArchiveEntry, prefix: string): string[] {
  return Object.entries(entry.files ?? {}).flatMap(([name, child]) =>
    child.files === undefined ? [prefix + name] : pathsBelow(child, `${prefix}${name}/`),
  );
}
