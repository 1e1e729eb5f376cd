import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { call, launch, newProfile, type RunningApp, removeProfile } from './launch';
import { goTo, openSandbox } from './steps';

let profile: string;
let running: RunningApp;

test.beforeEach(async () => {
  profile = newProfile();
  running = await launch(profile);
  await openSandbox(running.page, 'memory');
});
test.afterEach(async () => {
  await running.close();
  removeProfile(profile);
});

async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

test('every mark of the overview leads to the list that it counts, also offline', async () => {
  const { page } = running;
  await call(page, 'sandbox.stop');
  await goTo(page, 'Northwind', 'Overview');
  const marks = page
    .locator('main')
    .getByRole('region')
    .getByRole('button', { name: /: [\d,]+ of [\d,]+\. |: [\d,]+\. / });
  await expect(marks.first()).toBeVisible({ timeout: 20_000 });
  for (const theme of ['light', 'dark'] as const) {
    await call(page, 'settings.set', { theme });
    expect(await serious(page)).toEqual([]);
  }
  const names = await marks.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    const [, number = '', all] = /: ([\d,]+)(?: of ([\d,]+))?\. /.exec(name) ?? [];
    const count = (text: string) => Number(text.replaceAll(',', ''));
    // Behind the coverage of a key stand those that lack it.
    const expected = all === undefined ? count(number) : count(all) - count(number);
    await page.getByRole('button', { name, exact: true }).click();
    const title = page.locator('main').getByRole('heading', { level: 1 });
    await expect(title).toBeFocused();
    await expect(page.locator('main header').getByRole('status').first()).toHaveText(
      expected.toLocaleString('en'),
    );
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  }
});

test('a finding shows its evidence, and its fix goes into the draft', async () => {
  const { page } = running;
  await goTo(page, 'Northwind', 'Overview');
  await page.getByRole('button', { name: /Grants wholly covered by others/ }).click();
  await expect(page.getByText(/^How it is decided: /)).toBeVisible();
  await expect(page.getByText(/Covered by /).first()).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await page.getByRole('button', { name: 'Draft removal' }).first().click();
  await expect(page.getByText('in the draft').first()).toBeVisible();
  // Nobody's access changes by it: that is what the rule says.
  await page.getByRole('button', { name: /Review/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible();
  await expect(page.getByText(/^Nobody’s access changes/).first()).toBeVisible();
});
