import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { call, launch, newProfile, type RunningApp, removeProfile } from './launch';
import { countOf, goTo, openSandbox, searchFor } from './steps';

const PERSON = 'Amara Weiss';

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

function inspector(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Inspector' });
}

/** The row of the person, with a reach that has been worked out. */
async function personRow(page: Page): Promise<Locator> {
  await goTo(page, 'Northwind', 'Members');
  await searchFor(page, PERSON);
  await expect.poll(() => countOf(page)).toMatch(/^1 of \d+$/);
  const row = page.getByRole('row').filter({ hasText: PERSON });
  await expect(row.getByTitle(/^reaches \d+ of \d+ resources/)).toBeVisible({ timeout: 20_000 });
  return row;
}

/** Presses Tab until the focus is on `wanted`. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the focus did not come to what was wanted');
}

/** The serious findings of axe on what is on screen, each with the elements concerned. */
async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

test('reach stands in every list, and can be sorted by', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  for (const [screen, lead] of [
    ['Members', 'reaches'],
    ['Groups', 'gives'],
    ['Resources', 'reached by'],
  ] as const) {
    await goTo(page, 'Northwind', screen);
    await expect(page.getByTitle(new RegExp(`^${lead} `)).first()).toBeVisible({ timeout: 20_000 });
    const head = page
      .locator('main')
      .getByRole('button', { name: screen === 'Resources' ? 'People' : 'Reach', exact: true });
    await head.click();
    await head.click();
    await expect(page.locator('th[aria-sort="descending"]')).toHaveCount(1);
    // The rows of the new order replace the old ones in place, so they are asked until they fall.
    await expect
      .poll(async () => {
        const told = await page.getByTitle(new RegExp(`^${lead} `)).evaluateAll((cells) =>
          cells
            .map((cell) => ({
              top: cell.getBoundingClientRect().top,
              sure: Number(/(\d+) of/.exec(cell.getAttribute('title') ?? '')?.[1] ?? 0),
            }))
            .sort((one, other) => one.top - other.top)
            .map(({ sure }) => sure),
        );
        return told.length > 5 && told.every((sure, index) => index === 0 || sure <= (told[index - 1] ?? 0));
      })
      .toBe(true);
  }
  await goTo(page, 'Northwind', 'Labels');
  await expect(page.getByTitle(/(person holds|people hold) a grant that names it/).first()).toBeVisible();
  expect(running.complaints).toEqual([]);
});

test('from a member to a resource and the reasons, and back, with the keyboard alone', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  const row = await personRow(page);
  const told = await row.getByTitle(/^reaches/).getAttribute('title');
  const [, sure = '', all = ''] = /^reaches (\d+) of (\d+)/.exec(told ?? '') ?? [];

  await page.keyboard.press('Control+f');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const pane = inspector(page);
  await expect(pane.getByRole('heading', { name: PERSON })).toBeVisible();
  // The inspector says the same as the list.
  await expect(pane.getByRole('heading', { name: `Reaches ${sure} of ${all} resources` })).toBeVisible();

  const sources = pane.getByRole('button', { name: /^Sources/ });
  await tabTo(page, sources);
  await page.keyboard.press('Enter');
  await expect(sources).toHaveAttribute('aria-expanded', 'true');
  const first = pane
    .getByRole('listitem')
    .getByRole('button', { name: /(read|admin)$/ })
    .first();
  await expect(first).toBeVisible();
  await tabTo(page, first);
  await page.keyboard.press('Enter');

  await expect(pane.getByRole('heading', { level: 2 })).toHaveText(new RegExp(`^${PERSON} → `));
  await expect(pane.getByText(new RegExp(`^${PERSON} may view `))).toBeVisible();
  await expect(pane.getByText('Decides')).toHaveCount(1);
  await expect(pane.getByRole('listitem').filter({ hasText: 'Decides' })).toContainText(/holds .* over /);

  // Another action with the arrow keys; what is denied says what would open it.
  await tabTo(page, pane.getByRole('radio', { checked: true }));
  await page.keyboard.press('ArrowRight');
  await expect(pane.getByRole('radio', { name: /^Edit:/ })).toBeChecked();
  await expect(pane.getByText(new RegExp(`^${PERSON} may not edit `))).toBeVisible();
  await expect(pane.getByRole('heading', { name: /^What would open it/ })).toBeVisible();
  await expect(pane.getByText(/^(Segment would|Whether Segment would)/).first()).toBeVisible();

  await page.keyboard.press('Shift+Tab');
  await tabTo(page, pane.getByRole('button', { name: 'Back' }));
  await page.keyboard.press('Enter');
  await expect(pane.getByRole('heading', { name: PERSON })).toBeVisible();
  await expect(sources).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);
  expect(running.complaints).toEqual([]);
});

test('from a resource to the people who reach it', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  await goTo(page, 'Northwind', 'Resources');
  await expect(page.getByTitle(/^reached by/).first()).toBeVisible({ timeout: 20_000 });
  const row = page.getByRole('row').nth(1);
  const told = await row.getByTitle(/^reached by/).getAttribute('title');
  const [, sure = ''] = /^reached by (\d+) of/.exec(told ?? '') ?? [];
  await row.click();
  const pane = inspector(page);
  await expect(pane.getByRole('heading', { name: new RegExp(`^Who can reach it ?${sure}`) })).toBeVisible();
  await pane
    .getByRole('button', { name: /@northwind\.example/ })
    .first()
    .click();
  await expect(pane.getByText(/ may view /)).toBeVisible();
  await pane.getByRole('button', { name: 'Back' }).click();
  await expect(pane.getByRole('heading', { name: /^Who can reach it/ })).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`reach and reasons have no serious accessibility problem in ${theme}`, async () => {
    const { page } = running;
    const found: Record<string, string[]> = {};
    const look = async (name: string) => {
      await page.waitForTimeout(400);
      found[name] = await serious(page);
    };
    await call(page, 'settings.set', { theme });
    await openSandbox(page, 'memory');
    const row = await personRow(page);
    await look('members with reach');
    await row.click();
    const pane = inspector(page);
    await pane.getByRole('button', { name: /^Sources/ }).click();
    await expect(pane.getByRole('listitem').first()).toBeVisible();
    await look('what a member reaches');
    await pane
      .getByRole('listitem')
      .getByRole('button', { name: /(read|admin)$/ })
      .first()
      .click();
    await expect(pane.getByText('Decides')).toBeVisible();
    await look('a pair that is allowed');
    await pane
      .getByRole('radio', { name: /: denied$/ })
      .first()
      .click();
    await expect(pane.getByRole('heading', { name: /^What would open it/ })).toBeVisible();
    await look('a pair that is denied');
    await goTo(page, 'Northwind', 'Resources');
    await page.getByRole('row').nth(1).click();
    await expect(pane.getByRole('heading', { name: /^Who can reach it/ })).toBeVisible();
    await look('who can reach a resource');
    expect(running.complaints).toEqual([]);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  });
}
