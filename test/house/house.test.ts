import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, violations } from './imports';

const root = resolve(import.meta.dirname, '../..');

const sources = ['src-main', 'src-preload', 'src-renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      file: relative(root, path).split(sep).join('/'),
      text: readFileSync(path, 'utf8'),
    })),
);

/** The raw doors of Electron, each with the one file that may use it. */
const doors = [
  { what: /\bipcMain\b/, only: 'src-main/ipc/wire.ts' },
  { what: /\bipcRenderer\b/, only: 'src-preload/bridge/bridge.ts' },
  { what: /\bexposeInMainWorld\b/, only: 'src-preload/index.ts' },
  {
    what: /\b\w*(contents|webContents|sender|mainFrame|event)\s*\??\.\s*(send|postMessage|sendToFrame|reply)\b/i,
    only: 'src-main/ipc/wire.ts',
  },
  { what: /\bopenExternal\b/, only: 'src-main/ipc/handlers/app.ts' },
  { what: /\bnew BrowserWindow\b/, only: 'src-main/window/main-window.ts' },
];

function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}

describe('the house', () => {
  it('has sources to look at', () => {
    expect(sources.length).toBeGreaterThan(100);
  });

  it('keeps who may import whom', () => {
    expect(violations(sources.flatMap(({ file, text }) => importsOf(file, text)))).toEqual([]);
  });

  it.each(doors)('keeps $what behind $only', ({ what, only }) => {
    const users = sources.filter(({ text }) => what.test(code(text))).map(({ file }) => file);
    expect(users).toEqual([only]);
  });

  it('leaves no door open in the types', () => {
    const open =
      /:\s*any\s*[;,)=\]|&>]|<any>|\bas any\b|as unknown as|@ts-(ignore|expect-error|nocheck)|biome-ignore/;
    expect(sources.filter(({ text }) => open.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

describe('the import rules', () => {
  it.each([
    ['src-main/policy/a.ts', "import { app } from 'electron';"],
    ['src-main/policy/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['src-main/policy/a.ts', "import { x } from '../segment/client';"],
    ['src-main/plan/a.ts', "const x = import('node:fs');"],
    ['src-preload/contract/a.ts', "import { x } from '../../src-main/policy/a';"],
    ['src-renderer/app/a.tsx', "import { x } from '../../src-main/policy/a';"],
    ['src-renderer/app/a.tsx', "import { channels } from '@contract/channels';"],
    ['src-renderer/app/a.tsx', "export { channels } from '@contract/channels';"],
    ['src-main/sandbox/a.ts', "import { x } from '../segment/wire';"],
    ['src-main/vault/a.ts', "import { safeStorage } from 'electron';"],
    ['src-main/sync/a.ts', "import { answer } from '../ipc/wire';"],
  ])('catch %s with %s', (file, text) => {
    expect(violations(importsOf(file, text))).not.toEqual([]);
  });

  it('read multi-line and type imports', () => {
    const text = "import {\n  a,\n  type B,\n} from './x';\nimport type { C } from '@contract/snapshot';\n";
    expect(importsOf('src-renderer/app/a.ts', text)).toEqual([
      { file: 'src-renderer/app/a.ts', target: 'src-renderer/app/x', typeOnly: false },
      { file: 'src-renderer/app/a.ts', target: 'src-preload/contract/snapshot', typeOnly: true },
    ]);
  });
});
