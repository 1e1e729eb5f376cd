import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { read, utils } from '@e965/xlsx';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { call, launch, newProfile, type RunningApp, removeProfile } from './launch';
import { goTo, openSandbox } from './steps';

let profile: string;
let folder: string;
let running: RunningApp;

test.beforeEach(async () => {
  profile = newProfile();
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-export-'));
  running = await launch(profile);
  await openSandbox(running.page, 'memory');
});
test.afterEach(async () => {
  await running.close();
  removeProfile(profile);
  rmSync(folder, { recursive: true });
});

/** Answers the system's dialogs, which no test can press. */
async function answerDialogs(path: string): Promise<void> {
  await running.app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: true }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages.join('\n');
}

test('what the matrix shows is exported as one file, offline, and equals what is on screen', async () => {
  const { page } = running;
  await call(page, 'sandbox.stop');
  await goTo(page, 'Northwind', 'Matrix');
  await page.getByRole('textbox', { name: 'Search members' }).fill('amara weiss');
  await expect(page.getByText(/1 of 200 members/)).toBeVisible();
  const path = join(folder, 'amara.csv');
  await answerDialogs(path);
  await page.keyboard.press('Control+E');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('radio', { name: /What the matrix shows/ })).toBeChecked();
  await dialog.getByRole('checkbox', { name: /^Excel/ }).uncheck();
  await dialog.getByRole('checkbox', { name: /^CSV/ }).check();
  for (const theme of ['light', 'dark'] as const) {
    await call(page, 'settings.set', { theme });
    expect(await serious(page)).toEqual([]);
  }
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText('Exported: amara.csv and amara.about.csv.')).toBeVisible({ timeout: 20_000 });
  const rows: string[][] = parse(readFileSync(path));
  expect(rows.slice(1).every(([name]) => name === 'Amara Weiss')).toBe(true);
  // The reach beside the name in the matrix is as many rows.
  const about = readFileSync(join(folder, 'amara.about.csv'), 'utf8');
  expect(about).toContain('amara weiss');
  expect(about).toMatch(/"Fingerprint","[0-9a-f]{64}"/);
  const { value } = JSON.parse(JSON.stringify(await call(page, 'workspaces.list')));
  expect(about).toContain(value[0].snapshot.fingerprint);
});

test('all formats in a signed pack agree, and one flipped byte is found', async () => {
  const { page } = running;
  await goTo(page, 'Foxglove', 'Members');
  const path = join(folder, 'pack.zip');
  await answerDialogs(path);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  for (const name of [/^CSV/, /^PDF/, /^JSON/]) await dialog.getByRole('checkbox', { name }).check();
  await dialog.getByRole('checkbox', { name: /^User list/ }).check();
  await dialog.getByRole('button', { name: 'Export a pack…' }).click();
  await expect(page.getByText('Exported: pack.zip.')).toBeVisible({ timeout: 60_000 });

  const files = unzipSync(readFileSync(path));
  const named = (ending: string) => {
    const name = Object.keys(files).find((each) => each.includes('-access-') && each.endsWith(ending));
    return files[name ?? ''] ?? new Uint8Array();
  };
  const rows: string[][] = parse(Buffer.from(named('.csv')));
  const json = JSON.parse(Buffer.from(named('.json')).toString('utf8'));
  const sheet = read(named('.xlsx')).Sheets.Access;
  const cells = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, defval: '' });
  expect(json.rows).toHaveLength(rows.length - 1);
  expect(cells).toHaveLength(rows.length);
  const text = await pdfText(named('.pdf'));
  const tight = (words: string) => words.replace(/\s+/g, '');
  for (const [name = '', email = ''] of rows.slice(1)) {
    expect(tight(text)).toContain(tight(name));
    expect(tight(text)).toContain(tight(email));
  }
  expect(tight(text)).toContain(json.fingerprint);
  expect(text).toMatch(/\b1\s*\/\s*\d+\b/);

  const verify = async (verdict: RegExp) => {
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').fill('verify an evidence');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Choose a pack…' }).click();
    await expect(page.getByRole('dialog').getByText(verdict)).toBeVisible();
    expect(await serious(page)).toEqual([]);
  };
  await verify(/Intact/);
  await expect(page.getByText('Signed by this installation.')).toBeVisible();
  await page.keyboard.press('Escape');

  const bytes = readFileSync(path);
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  await verify(/Altered/);
});

test('an export can be stopped, and writes nothing then', async () => {
  const { page } = running;
  await goTo(page, 'Northwind', 'Members');
  const path = join(folder, 'stopped.zip');
  await answerDialogs(path);
  await page.keyboard.press('Control+E');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  for (const name of [/^CSV/, /^JSON/, /^PDF/]) await dialog.getByRole('checkbox', { name }).check();
  for (const name of [/^Access matrix/, /^By person/]) await dialog.getByRole('checkbox', { name }).check();
  await dialog.getByRole('button', { name: 'Export a pack…' }).click();
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog).toHaveCount(0);
  // The next export can begin only when the stopped one is over.
  await expect.poll(() => call(page, 'evidence.key').then(() => true)).toBe(true);
  expect(() => readFileSync(path)).toThrow();
});
