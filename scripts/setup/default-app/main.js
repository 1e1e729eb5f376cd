/**
 * What Electron's own default app does, for a runtime that came without one: it makes
 * `electron <folder>` run the application in that folder.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog } from 'electron';

/** Applications ask this to learn that they run from their sources. */
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('Usage: electron <folder of an application>\n');
  app.exit(2);
} else {
  try {
    await run(resolve(folder));
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${message}\n`);
    dialog.showErrorBox('The application could not start', message);
    app.exit(1);
  }
}

/** @param {string} root the application's folder */
async function run(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  app.setAppPath(root);
  await import(pathToFileURL(join(root, manifest.main ?? 'index.js')).href);
}
