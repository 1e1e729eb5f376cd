import { expect, type Page } from '@playwright/test';

/** The demo workspaces, in the order of the rail. */
export const DEMO = ['Northwind', 'Maplecrest Clinics', 'Foxglove Studio'] as const;

export const PASSPHRASE = 'correct horse battery staple';

/** First run with a passphrase, then the sandbox; ends when all three workspaces are read. */
export async function openSandbox(page: Page, protection: 'passphrase' | 'memory'): Promise<void> {
  if (protection === 'passphrase') {
    await page.getByRole('radio', { name: /^Passphrase/ }).check();
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByLabel('Once more').fill(PASSPHRASE);
  } else {
    await page.getByRole('radio', { name: /^Keep nothing on disk/ }).check();
  }
  await page.getByRole('button', { name: 'Open the sandbox' }).click();
  for (const name of DEMO)
    await expect(tile(page, name)).toHaveAccessibleName(/up to date/, { timeout: 60_000 });
}

/** A workspace's tile in the rail. */
export function tile(page: Page, name: string) {
  return page
    .getByRole('navigation', { name: 'Workspaces' })
    .getByRole('button', { name: new RegExp(`^${name}`) });
}

/** Goes to a screen of a workspace. */
export async function goTo(page: Page, workspace: string, screen: string): Promise<void> {
  await tile(page, workspace).click();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen }).click();
  await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
}

/** The count beside a screen's title, as it is written: `212`, or `38 of 212`. */
export async function countOf(page: Page): Promise<string> {
  const count = page.locator('main header').getByRole('status').first();
  await expect(count).not.toHaveText('');
  return (await count.textContent()) ?? '';
}

/** Types into the screen's search field. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await page.locator('[data-screen-filter]').fill(text);
}

export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
}
