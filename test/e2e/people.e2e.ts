import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { call, launch, newProfile, type RunningApp, removeProfile } from './launch';
import { countOf, openSandbox, searchFor, tile } from './steps';

const ADA = 'ada.lindqvist@northwind.example';
const ALIAS = 'ada.lindqvist+maplecrest@northwind.example';

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

async function people(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Workspaces' })
    .getByRole('button', { name: 'People', exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' }).last()).toBeVisible();
}

async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

test('a person stands with all workspaces side by side, also offline, and aliases join only by the admin', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  await call(page, 'sandbox.stop');
  await people(page);
  await searchFor(page, 'ada lindqvist');
  await expect.poll(() => countOf(page)).toMatch(/^2 of \d+$/);
  expect(await serious(page)).toEqual([]);
  await page.getByRole('row').filter({ hasText: ADA }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: 'Ada Lindqvist' })).toBeVisible();
  await expect(page.getByRole('article', { name: /^Northwind/ })).toContainText('Owner');
  await expect(page.getByText(`${ALIAS} (Ada Lindqvist, Maplecrest Clinics)`)).toBeVisible();
  await expect(page.getByRole('article', { name: 'Maplecrest Clinics', exact: true })).toContainText(
    'No account',
  );

  await page.getByRole('button', { name: 'Same person' }).click();
  const joined = page.getByRole('article', {
    name: new RegExp(`^Maplecrest Clinics: ${ALIAS.replace('+', '\\+')}`),
  });
  await expect(joined).toContainText('Owner');
  const sessions = page.getByRole('list', { name: 'Sessions' });
  await expect(sessions).toContainText(/lindqvist\+maplecrest.*15 minutes/);
  await expect(sessions).toContainText(/7 days/);
  expect(await serious(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect.poll(() => countOf(page)).toMatch(/^1 of \d+$/);
  await page.getByRole('row').filter({ hasText: 'and 1 more' }).dblclick();
  await page.getByRole('button', { name: `${ALIAS} is somebody else: separate it` }).click();
  await expect(page.getByRole('article', { name: 'Maplecrest Clinics', exact: true })).toContainText(
    'No account',
  );
  await expect(page.getByRole('button', { name: 'Same person' })).toHaveCount(0);
});

test('the off-boarding list names every occurrence, and what can be removed goes into the drafts', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  await people(page);
  await page.getByRole('radio', { name: /^In several workspaces/ }).click();
  await expect.poll(() => countOf(page)).toMatch(/ of /);
  await searchFor(page, 'mei');
  await page.getByRole('row').nth(1).dblclick();
  await page.getByRole('radio', { name: /^Off-boarding/ }).click();
  const first = page.getByRole('region', { name: 'Northwind' });
  await expect(first.getByText(/^Remove .* from the workspace/)).toBeVisible();
  expect(await serious(page)).toEqual([]);
  const add = page.getByRole('button', { name: 'Add to the draft' });
  const removable = await add.count();
  expect(removable).toBeGreaterThan(1);
  for (let left = removable; left > 0; left -= 1) {
    await add.first().click();
    await expect(add).toHaveCount(left - 1);
  }
  await first.getByRole('checkbox').first().check();
  await expect(page.getByText(/^1 of \d+ ticked off/)).toBeVisible();
  await first.getByRole('button', { name: 'review the plan' }).click();
  await expect(tile(page, 'Northwind')).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible();
});

test('a member leads to the same person everywhere', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  await tile(page, 'Northwind').click();
  await searchFor(page, ADA);
  await page.getByRole('row').filter({ hasText: ADA }).dblclick();
  await page.getByRole('button', { name: 'This person everywhere' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ada Lindqvist' })).toBeVisible();
  await page
    .getByRole('article', { name: /^Northwind/ })
    .getByRole('button', { name: 'Northwind' })
    .click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Ada Lindqvist');
});
