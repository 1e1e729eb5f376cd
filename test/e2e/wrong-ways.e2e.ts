import { expect, type Page, test } from '@playwright/test';
import { type AloneSandbox, startAloneSandbox } from './alone-sandbox';
import { launch, newProfile, type RunningApp, removeProfile } from './launch';
import { countOf, goTo, openSandbox, tile } from './steps';

let profile: string;
let running: RunningApp;
let sandbox: AloneSandbox;

test.beforeEach(async () => {
  profile = newProfile();
  sandbox = await startAloneSandbox(['--no-extensions']);
  running = await launch(profile);
});
test.afterEach(async () => {
  await running.close();
  await sandbox.stop();
  removeProfile(profile);
});

async function tryToAdd(page: Page, draft: { token: string; url: string; email: string }): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Token').fill(draft.token);
  await dialog.getByText('Other address').click();
  await dialog.getByLabel('Address', { exact: true }).fill(draft.url);
  await dialog.getByLabel(/Your email/).fill(draft.email);
  await dialog.getByRole('button', { name: 'Add workspace' }).click();
}

test('adding a workspace the wrong ways says what to do; the right way shows what Segment itself hides as unknown', async () => {
  const { page } = running;
  const northwind = sandbox.workspaces[0];
  const email = 'ada.lindqvist@northwind.example';
  const right = { token: northwind?.ownerToken ?? '', url: sandbox.url, email };
  await page.getByRole('radio', { name: /^Keep nothing on disk/ }).check();
  await page.getByRole('button', { name: 'Add a workspace' }).click();
  const dialog = page.getByRole('dialog');
  const says = (text: RegExp) => expect(dialog.getByText(text).first()).toBeVisible({ timeout: 20_000 });

  await tryToAdd(page, { ...right, url: 'http://example.com' });
  await says(/https/);
  await tryToAdd(page, { ...right, email: 'nobody' });
  await says(/email/i);
  await tryToAdd(page, { ...right, token: 'wrong' });
  await says(/token was refused/);
  await tryToAdd(page, { ...right, token: northwind?.memberToken ?? '' });
  await says(/Workspace Member/);
  await tryToAdd(page, { ...right, url: 'http://127.0.0.1:9' });
  await says(/could not be reached|network/i);

  await tryToAdd(page, right);
  await expect(tile(page, 'Northwind')).toHaveAccessibleName(/up to date/, { timeout: 60_000 });
  // The token went in and is nowhere in the page.
  expect(await page.content()).not.toContain(right.token);

  await goTo(page, 'Northwind', 'Tokens');
  await expect(page.getByText(/no token endpoint|does not (list|show|have)/i).first()).toBeVisible();
  await goTo(page, 'Northwind', 'Resources');
  await page
    .getByRole('button', { name: /^Spaces?/ })
    .first()
    .click();
  await expect(page.getByRole('grid').getByText('unknown').first()).toBeVisible();
});

test('an owner creates a token, sees its secret once, and revokes it', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  await goTo(page, 'Northwind', 'Tokens');
  const before = Number.parseInt(await countOf(page), 10);
  await page
    .getByRole('button', { name: /create/i })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Description/).fill('Nightly report');
  await dialog.getByRole('button', { name: /create/i }).click();
  const secret = dialog.locator('code');
  await expect(secret).not.toBeEmpty();
  const text = (await secret.textContent()) ?? '';
  await dialog.getByRole('button', { name: 'I have stored it' }).click();
  expect(await page.content()).not.toContain(text);
  await expect.poll(() => countOf(page), { timeout: 20_000 }).toBe(String(before + 1));

  await page.getByRole('row').filter({ hasText: 'Nightly report' }).click();
  await page.getByRole('button', { name: 'Revoke this token…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click();
  await expect.poll(() => countOf(page), { timeout: 20_000 }).toBe(String(before));
});
