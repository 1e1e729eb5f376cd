import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { packageConfig } from '../../../scripts/setup/package-config.mjs';

const common = { output: resolve('/p/dist'), version: '1.2.3' };
const official = {
  kind: /** @type {const} */ ('official'),
  executable: resolve('/e/dist/electron'),
  version: '45.4.1',
};
const registry = {
  kind: /** @type {const} */ ('registry'),
  executable: resolve('/c/electron'),
  version: '33.2.1',
};

test('a package with the official runtime bears the plain name and version', () => {
  const config = packageConfig({ ...common, runtime: official, platform: 'linux' });
  expect(config.productName).toBe('Gatehouse');
  expect(config.extraMetadata).toEqual({ productName: 'Gatehouse' });
  expect(config.electronVersion).toBe('45.4.1');
  expect(config.electronDist).toBe(resolve('/e/dist'));
});

test('any other runtime makes an evaluation build, in name, version and identity', () => {
  const config = packageConfig({ ...common, runtime: registry, platform: 'linux' });
  expect(config.productName).toBe('Gatehouse Evaluation');
  expect(config.extraMetadata).toEqual({ productName: 'Gatehouse Evaluation', version: '1.2.3-evaluation' });
  expect(config.appId).not.toBe(packageConfig({ ...common, runtime: official }).appId);
});

test('the integrity of the archive is checked wherever Electron can', () => {
  /** @param {NodeJS.Platform} platform */
  const checked = (platform) =>
    packageConfig({ ...common, runtime: official, platform }).electronFuses
      ?.enableEmbeddedAsarIntegrityValidation;
  expect(checked('darwin')).toBe(true);
  expect(checked('win32')).toBe(true);
  expect(checked('linux')).toBe(false);
});

test("on a Mac Electron's folder is the one that holds the .app", () => {
  const executable = resolve('/e/dist/Electron.app/Contents/MacOS/Electron');
  const config = packageConfig({ ...common, runtime: { ...official, executable }, platform: 'darwin' });
  expect(config.electronDist).toBe(resolve('/e/dist'));
});
