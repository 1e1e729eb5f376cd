import { expect, test } from '@playwright/test';
import { type AloneSandbox, startAloneSandbox } from './alone-sandbox';
import { launch, newProfile, type RunningApp, removeProfile } from './launch';
import { countOf, goTo, tile } from './steps';

let profile: string;
let running: RunningApp;
let sandbox: AloneSandbox;

test.beforeEach(async () => {
  profile = newProfile();
  sandbox = await startAloneSandbox([]);
  running = await launch(profile);
});
test.afterEach(async () => {
  await running.close();
  await sandbox.stop();
  removeProfile(profile);
});

test('the network goes and comes back: reading goes on, and so does syncing, by itself', async () => {
  const { page } = running;
  await page.getByRole('radio', { name: /^Keep nothing on disk/ }).check();
  await page.getByRole('button', { name: 'Add a workspace' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Token').fill(sandbox.workspaces[0]?.ownerToken ?? '');
  await dialog.getByText('Other address').click();
  await dialog.getByLabel('Address', { exact: true }).fill(sandbox.url);
  await dialog.getByLabel(/Your email/).fill('ada.lindqvist@northwind.example');
  await dialog.getByRole('button', { name: 'Add workspace' }).click();
  await expect(tile(page, 'Northwind')).toHaveAccessibleName(/up to date/, { timeout: 60_000 });
  await goTo(page, 'Northwind', 'Members');
  const before = await countOf(page);

  await sandbox.stop();
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText(/offline since \d/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/could not be reached. You are reading the copy of/).first()).toBeVisible();
  expect(await countOf(page)).toBe(before);

  const { port } = new URL(sandbox.url);
  sandbox = await startAloneSandbox(['--port', port]);
  await expect(tile(page, 'Northwind')).toHaveAccessibleName(/up to date/, { timeout: 90_000 });
  expect(await countOf(page)).toBe(before);
  expect(running.complaints).toEqual([]);
});
