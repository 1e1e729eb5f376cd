import { expect, test } from '@playwright/test';
import { launch, newProfile, type RunningApp, removeProfile } from './launch';
import { countOf, goTo, openSandbox, searchFor, tile, unlock } from './steps';

const SCREENS = ['Members', 'Groups', 'Resources', 'Labels', 'Roles', 'Tokens'];
const PERSON = 'Ada Lindqvist';

let profile: string;
let running: RunningApp;

test.beforeEach(() => {
  profile = newProfile();
});
test.afterEach(async () => {
  await running.close();
  removeProfile(profile);
});

/** The count of every screen of a workspace. */
async function counts(workspace: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const screen of SCREENS) {
    await goTo(running.page, workspace, screen);
    found[screen] = await countOf(running.page);
  }
  return found;
}

async function findPerson(): Promise<void> {
  const { page } = running;
  await goTo(page, 'Northwind', 'Members');
  await searchFor(page, 'lindqvist ada');
  await expect(page.getByRole('row').filter({ hasText: PERSON })).toBeVisible();
  await expect.poll(() => countOf(page)).toMatch(/^\d+ of \d+$/);
  await page.getByRole('row').filter({ hasText: PERSON }).click();
  const inspector = page.getByRole('complementary');
  await expect(inspector.getByRole('heading', { name: PERSON })).toBeVisible();
  await expect(inspector.getByText('Workspace Owner').first()).toBeVisible();
}

test('first run, sandbox, three workspaces, a member found, network gone, restart, still readable', async () => {
  running = await launch(profile);
  await openSandbox(running.page, 'passphrase');
  await findPerson();
  await searchFor(running.page, '');
  await expect.poll(() => countOf(running.page)).toMatch(/^\d+$/);
  const before = await counts('Northwind');
  expect(Number.parseInt(before.Members ?? '', 10)).toBeGreaterThan(180);

  // Pull the plug.
  await running.page.getByRole('button', { name: 'All workspaces' }).click();
  await running.page.getByRole('button', { name: 'Stop the sandbox' }).click();
  await expect(tile(running.page, 'Northwind')).toHaveAccessibleName(/offline/, { timeout: 15_000 });
  await goTo(running.page, 'Northwind', 'Members');
  await expect(
    running.page.getByText(/Northwind Outfitters could not be reached. You are reading the copy of/),
  ).toBeVisible();
  expect(await counts('Northwind')).toEqual(before);

  // Offline from the first moment.
  await running.close();
  running = await launch(profile);
  await unlock(running.page);
  await expect(tile(running.page, 'Northwind')).toHaveAccessibleName(/offline/, { timeout: 15_000 });
  expect(await counts('Northwind')).toEqual(before);
  await findPerson();

  // And back, by itself.
  await running.page.getByRole('button', { name: 'All workspaces' }).click();
  await running.page.getByRole('button', { name: 'Start the sandbox' }).click();
  await expect(tile(running.page, 'Northwind')).toHaveAccessibleName(/up to date/, { timeout: 60_000 });
  expect(running.complaints).toEqual([]);
});

test('a page that crashes comes back with what it showed', async () => {
  running = await launch(profile);
  await openSandbox(running.page, 'memory');
  await goTo(running.page, 'Northwind', 'Members');
  const before = await countOf(running.page);
  const { app } = running;
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  // Playwright's page is lost with its process: main is asked what the new one shows.
  await expect
    .poll(
      () =>
        app.evaluate(async ({ BrowserWindow }) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          // What is asked while the page is away is never answered.
          const late = new Promise((done) => setTimeout(() => done(''), 2000));
          const text = await Promise.race([late, contents?.executeJavaScript('document.body.innerText')]);
          return String(text);
        }),
      { timeout: 20_000 },
    )
    .toContain(before);
});

test('with nothing kept on disk a restart begins anew', async () => {
  running = await launch(profile);
  await openSandbox(running.page, 'memory');
  await findPerson();
  await running.close();
  running = await launch(profile);
  await expect(running.page.getByRole('button', { name: 'Open the sandbox' })).toBeVisible();
});
