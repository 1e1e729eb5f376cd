import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { findLeaks } from '../fixtures/leak-search';
import { call, launch, newProfile, type RunningApp, removeProfile } from './launch';
import { countOf, DEMO, goTo, openSandbox, tile, unlock } from './steps';

let profile: string;
let running: RunningApp;

test.beforeEach(() => {
  profile = newProfile();
});
test.afterEach(async () => {
  await running.close();
  removeProfile(profile);
});

const LIST = { text: '', sort: null, offset: 0, limit: 500 };

const workspacesReply = z.object({ value: z.array(z.object({ key: z.string() })) });
const rowsReply = z.object({ value: z.object({ rows: z.array(z.record(z.string(), z.unknown())) }) });

/** Texts of a list of every workspace, as the window gets them. */
async function texts(
  page: Page,
  channel: string,
  more: object,
  fields: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { key } of workspacesReply.parse(await call(page, 'workspaces.list')).value) {
    const { rows } = rowsReply.parse(await call(page, channel, { key, ...LIST, ...more })).value;
    for (const row of rows) found.push(...fields.map((field) => String(row[field])));
  }
  return found;
}

/** Emails, names and tokens that must not lie readable on the disk. */
async function needles(page: Page): Promise<string[]> {
  const found = [
    ...(await texts(page, 'lists.members', { show: 'all' }, ['name', 'email'])),
    ...(await texts(page, 'lists.groups', {}, ['name'])),
    ...(await texts(page, 'lists.tokens', {}, ['description', 'id'])),
    ...(await texts(page, 'lists.groups', {}, ['id'])),
    ...DEMO,
    'sandbox-northwind-owner-token',
    'sandbox-maplecrest-clinics-owner-token',
    'sandbox-foxglove-studio-owner-token',
    'Northwind Outfitters',
    'northwind.example',
  ];
  // Shorter ones, and single words of the language, would be found in Chromium's own files.
  return [...new Set(found)].filter((text) => text.length >= 8 && /[ @._-]|^[A-Za-z0-9]{16,}$/.test(text));
}

test('after kill -9 nothing of a workspace lies readable in the profile, and a restart shows the same', async () => {
  running = await launch(profile);
  await openSandbox(running.page, 'passphrase');
  await goTo(running.page, 'Northwind', 'Members');
  const before = await countOf(running.page);
  const wanted = await needles(running.page);
  expect(wanted.length).toBeGreaterThan(300);
  // Without a server the restart is offline: what it shows can only be the copy.
  await call(running.page, 'sandbox.stop');
  await running.page.waitForTimeout(1000);
  await running.kill();
  expect(await findLeaks(profile, wanted)).toEqual([]);

  running = await launch(profile);
  await unlock(running.page);
  await expect(tile(running.page, 'Northwind')).toHaveAccessibleName(/offline/, { timeout: 15_000 });
  await goTo(running.page, 'Northwind', 'Members');
  expect(await countOf(running.page)).toBe(before);
});

test('a removed workspace leaves nothing behind', async () => {
  running = await launch(profile);
  await openSandbox(running.page, 'passphrase');
  const wanted = await needles(running.page);
  for (const name of DEMO) {
    await tile(running.page, name).click({ button: 'right' });
    await running.page.getByRole('menuitem', { name: /^Remove/ }).click();
    await running.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Remove/ })
      .click();
    await expect(tile(running.page, name)).toHaveCount(0);
  }
  await expect(running.page.getByRole('button', { name: 'Open the sandbox' })).toBeVisible();
  await expect
    .poll(() =>
      running.page.evaluate(
        () =>
          new Promise((done, failed) => {
            const opening = indexedDB.open('gatehouse-cache');
            opening.onerror = () => failed(opening.error);
            opening.onsuccess = () => {
              const counting = opening.result.transaction('chunks').objectStore('chunks').count();
              counting.onsuccess = () => {
                opening.result.close();
                done(counting.result);
              };
            };
          }),
      ),
    )
    .toBe(0);
  await running.close();
  expect(await findLeaks(profile, wanted)).toEqual([]);
  running = await launch(profile);
  await unlock(running.page);
  await expect(running.page.getByRole('button', { name: 'Open the sandbox' })).toBeVisible();
});

/** Changes the cached chunks behind the app's back. */
function spoil(page: Page, how: 'flip' | 'truncate' | 'drop') {
  return page.evaluate(
    (way) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open('gatehouse-cache');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction('chunks', 'readwrite');
          let touched = 0;
          transaction.objectStore('chunks').openCursor().onsuccess = (event) => {
            const cursor: unknown = Reflect.get(event.target ?? {}, 'result');
            if (!(cursor instanceof IDBCursorWithValue)) return;
            const row = cursor.value;
            touched += 1;
            if (way === 'drop') cursor.delete();
            else {
              const bytes = new Uint8Array(row.bytes);
              bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
              cursor.update({
                ...row,
                bytes: way === 'truncate' ? bytes.slice(0, bytes.length >> 1) : bytes,
              });
            }
            cursor.continue();
          };
          transaction.oncomplete = () => {
            database.close();
            done(touched);
          };
          transaction.onerror = () => failed(transaction.error);
        };
      }),
    how,
  );
}

for (const how of ['flip', 'truncate', 'drop'] as const) {
  test(`damaged copies (${how}) are said, never shown, and read anew`, async () => {
    running = await launch(profile);
    await openSandbox(running.page, 'passphrase');
    await goTo(running.page, 'Northwind', 'Members');
    const before = await countOf(running.page);
    await running.page.getByRole('button', { name: 'All workspaces' }).click();
    await running.page.getByRole('button', { name: 'Stop the sandbox' }).click();
    await expect(tile(running.page, 'Northwind')).toHaveAccessibleName(/offline/, { timeout: 15_000 });
    expect(await spoil(running.page, how)).toBeGreaterThan(0);
    await running.close();

    running = await launch(profile);
    await unlock(running.page);
    await tile(running.page, 'Northwind').click();
    await expect(
      running.page.getByText(/could not be opened|damaged|could not be read/).first(),
    ).toBeVisible();
    await running.page.getByRole('button', { name: 'All workspaces' }).click();
    await running.page.getByRole('button', { name: 'Start the sandbox' }).click();
    await goTo(running.page, 'Northwind', 'Members');
    await expect.poll(() => countOf(running.page), { timeout: 30_000 }).toBe(before);
  });
}
