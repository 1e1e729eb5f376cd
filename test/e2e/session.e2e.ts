import { expect, type Page, test } from '@playwright/test';
import { launch, newProfile, type RunningApp, removeProfile } from './launch';
import { goTo, openSandbox, tile, unlock } from './steps';

let profile: string;
let running: RunningApp;

test.beforeEach(async () => {
  profile = newProfile();
  running = await launch(profile);
});
test.afterEach(async () => {
  await running.close();
  removeProfile(profile);
});

const MINUTE = 60_000;

/** Lets the wall clock of the whole app jump, as when somebody sets it. */
async function setClock(page: Page, milliseconds: number): Promise<void> {
  await running.app.evaluate((_electron, by) => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + by;
  }, milliseconds);
  await page.evaluate((by) => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + by;
  }, milliseconds);
}

const lockedTitle = (page: Page) => page.getByRole('heading', { name: 'Gatehouse is locked' });

test('Ctrl+L locks, also over a dialog; nothing of a workspace stays in the page, and the passphrase brings it back', async () => {
  const { page } = running;
  await openSandbox(page, 'passphrase');
  await goTo(page, 'Northwind', 'Members');
  await expect(page.getByText('ada.lindqvist@northwind.example').first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(lockedTitle(page)).toBeVisible();
  expect(await page.content()).not.toContain('northwind');
  await unlock(page);
  await expect(tile(page, 'Northwind')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goTo(page, 'Northwind', 'Members');
  await expect(page.getByText('ada.lindqvist@northwind.example').first()).toBeVisible();
  await expect(tile(page, 'Northwind')).toHaveAccessibleName(/up to date/, { timeout: 30_000 });
});

test('with a HIPAA eligible workspace 15 minutes without activity lock; two minutes before, a warning counts down', async () => {
  const { page } = running;
  await openSandbox(page, 'passphrase');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  const sessions = page.getByRole('dialog').getByRole('region', { name: 'Sessions' });
  await expect(sessions).toContainText(/15 minutes without activity: Maplecrest Clinics is HIPAA eligible/);
  await page.keyboard.press('Escape');

  await setClock(page, 13.5 * MINUTE);
  await expect(page.getByText(/The session of .* ends in 1:\d\d/)).toBeVisible({ timeout: 15_000 });
  // Being there is enough to keep it.
  await page.waitForTimeout(5100);
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 320);
  await expect(page.getByText(/The session of .* ends in/)).toHaveCount(0);

  await setClock(page, 15 * MINUTE);
  await expect(lockedTitle(page)).toBeVisible({ timeout: 10_000 });
  await expect(page.getByText(/ended after 15 minutes without activity/)).toBeVisible();
  expect(await page.content()).not.toContain('Maplecrest');
  await unlock(page);
  await expect(tile(page, 'Northwind')).toBeVisible();
});

test('a clock that is set back locks, and says why', async () => {
  const { page } = running;
  await openSandbox(page, 'passphrase');
  await setClock(page, -2 * MINUTE);
  await expect(lockedTitle(page)).toBeVisible({ timeout: 10_000 });
  await expect(page.getByText(/clock of this machine was set back/)).toBeVisible();
});

test('the system’s sleep locks what is kept', async () => {
  const { page } = running;
  await openSandbox(page, 'passphrase');
  await running.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect(lockedTitle(page)).toBeVisible();
});

test('with nothing kept on disk a lock asks first, and then forgets everything', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  await running.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect(tile(page, 'Northwind')).toBeVisible();
  await page.keyboard.press('Control+l');
  const dialog = page.getByRole('dialog', { name: 'Lock and forget' });
  await expect(dialog).toContainText('Nothing is kept on disk');
  await page.keyboard.press('Escape');
  await expect(tile(page, 'Northwind')).toBeVisible();
  await page.keyboard.press('Control+l');
  await dialog.getByRole('button', { name: 'Lock and forget' }).click();
  await expect(page.getByRole('radio', { name: /^Keep nothing on disk/ })).toBeVisible();
  expect(await page.content()).not.toContain('northwind');
});
