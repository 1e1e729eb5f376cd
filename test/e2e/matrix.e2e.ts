import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { call, launch, newProfile, type RunningApp, removeProfile } from './launch';
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

const grid = (page: Page) => page.getByRole('grid', { name: /^Access of/ });
const inspector = (page: Page) => page.getByRole('complementary');
const rows = (page: Page) => page.getByRole('textbox', { name: /^Search (members|groups)/ });

/** The matrix with its first cells. */
async function openMatrix(page: Page): Promise<void> {
  await goTo(page, 'Northwind', 'Matrix');
  await expect(grid(page)).toBeAttached({ timeout: 20_000 });
  await expect.poll(() => heard(page)).toMatch(/, (admin|read|no access|unknown)/);
}

/** What a screen reader hears of the active cell. */
function heard(page: Page): Promise<string> {
  return grid(page).evaluate((element) => {
    const active = element.getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(active)?.textContent ?? '';
  });
}

/** Goes along the row to the next cell that says so; answers its words. */
async function goToLevel(page: Page, level: RegExp): Promise<string> {
  for (let step = 0; step < 80; step += 1) {
    const words = await heard(page);
    if (level.test(words)) return words;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`no cell in this row says ${level}`);
}

async function serious(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

test('from a filter to a cell and its reasons, and a fix into the draft, with the keyboard alone', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  await page.keyboard.press('Escape');
  await tile(page, 'Northwind').click();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { level: 1, name: 'Matrix' })).toBeVisible();
  await expect(grid(page)).toBeAttached({ timeout: 20_000 });

  await page.keyboard.press('Control+f');
  await expect(rows(page)).toBeFocused();
  await page.keyboard.type('ada');
  await expect(page.getByText(/^\d+ of \d+ members × /)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('web');
  await expect(page.getByText(/ × \d+ of \d+ resources$/)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(grid(page)).toBeFocused();

  await expect.poll(() => heard(page)).toMatch(/^Ada/i);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  const allowed = await goToLevel(page, /, (read|admin)/);
  await page.keyboard.press('Enter');
  const [who = '', what = ''] = allowed.split(', ');
  const pane = inspector(page);
  await expect(pane.getByRole('heading', { level: 2 })).toHaveText(`${who} → ${what}`);
  await expect(pane.getByText('Decides')).toHaveCount(1);
  await expect(grid(page)).toBeFocused();

  await page.keyboard.press('Home');
  await goToLevel(page, /, no access/);
  await page.keyboard.press('Enter');
  await expect(pane.getByRole('heading', { name: /^What would open it/ })).toBeVisible();
  const add = pane.getByRole('button', { name: /^Add to draft/ }).first();
  await add.focus();
  await page.keyboard.press('Enter');
  await expect(pane.getByText('In the draft.')).toHaveCount(1);
  await expect(page.getByText(/1 change/).first()).toBeVisible();
  await grid(page).focus();
  await expect.poll(() => heard(page)).toContain('the draft widens it');
  expect(running.complaints).toEqual([]);
});

test('what the matrix says of a cell is what the explanation says', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  await openMatrix(page);
  await grid(page).focus();
  const pane = inspector(page);
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press(step % 2 === 0 ? 'ArrowDown' : 'ArrowRight');
    await expect.poll(() => heard(page)).not.toBe('loading');
    const words = await heard(page);
    await page.keyboard.press('Enter');
    const [who = '', what = '', level = ''] = words.split(', ');
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText(`${who} → ${what}`);
    await expect(pane.getByText(new RegExp(`^${level}`, 'i')).first()).toBeVisible();
  }
});

test('rows and columns are swapped, and the place is kept', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  await openMatrix(page);
  await grid(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const [who, what, level] = (await heard(page)).split(', ');
  await page.getByRole('button', { name: 'Swap axes' }).click();
  await expect.poll(() => heard(page)).toBe([what, who, level].join(', '));
  await goTo(page, 'Northwind', 'Groups');
  await goTo(page, 'Northwind', 'Matrix');
  await expect.poll(() => heard(page)).toBe([what, who, level].join(', '));
});

test('resources fold by a label key, and a fold opens', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  await openMatrix(page);
  const all = Number(await grid(page).getAttribute('aria-colcount'));
  await page.getByRole('button', { name: 'Arrange' }).click();
  await page.getByRole('button', { name: 'brand', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect.poll(async () => Number(await grid(page).getAttribute('aria-colcount'))).toBeLessThan(20);
  const folded = Number(await grid(page).getAttribute('aria-colcount'));
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => heard(page)).toMatch(/, \d+ resources?, folded$/);
  const size = Number(/, (\d+) resource/.exec(await heard(page))?.[1]);
  await page.keyboard.press('Enter');
  await expect.poll(() => heard(page)).toMatch(/, unfolded$/);
  await expect(grid(page)).toHaveAttribute('aria-colcount', String(folded + size));
  await page.getByRole('button', { name: 'Remove: folded by brand' }).click();
  await expect(grid(page)).toHaveAttribute('aria-colcount', String(all));
});

test('the minimap shows where one is, and goes there by click and key', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  await openMatrix(page);
  const map = page.getByRole('slider', { name: /^Minimap/ });
  await expect(map).toHaveAttribute('aria-valuetext', /^rows 1 to \d+ of \d+, columns 1 to /);
  const box = await map.boundingBox();
  if (box === null) throw new Error('the minimap is not there');
  await page.mouse.click(box.x + box.width - 2, box.y + box.height - 2);
  const count = Number(await grid(page).getAttribute('aria-rowcount')) - 1;
  await expect(map).toHaveAttribute('aria-valuetext', new RegExp(`to ${count} of ${count}, columns`));
  await map.focus();
  await page.keyboard.press('Home');
  await expect(map).toHaveAttribute('aria-valuetext', /^rows 1 to \d+ of \d+, columns 1 to /);
  await page.keyboard.press('PageDown');
  await expect(map).not.toHaveAttribute('aria-valuetext', /^rows 1 to /);
  await page.getByRole('button', { name: 'Fold the minimap' }).click();
  await expect(map).toHaveCount(0);
});

test('a filter that leaves nothing is named, and goes on a click', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  await openMatrix(page);
  await rows(page).fill('nobody is called so');
  await expect(page.getByRole('heading', { name: 'The filters leave nothing' })).toBeVisible();
  await page.getByRole('button', { name: /^Remove “members: / }).click();
  await expect.poll(() => heard(page)).toMatch(/, (admin|read|no access|unknown)/);
});

test('from the inspector of a member to its row', async () => {
  const { page } = running;
  await openSandbox(page, 'memory');
  await goTo(page, 'Northwind', 'Members');
  await page.getByRole('grid').getByRole('row').nth(9).click();
  const pane = inspector(page);
  const name = (await pane.getByRole('heading', { level: 2 }).textContent()) ?? '';
  await pane.getByRole('button', { name: 'Show in the matrix' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Matrix' })).toBeVisible();
  await expect.poll(() => heard(page), { timeout: 20_000 }).toMatch(new RegExp(`^${name}, reaches`));
  await expect(grid(page)).toBeFocused();
});

test('the matrix works offline, from the copy on disk', async () => {
  await openSandbox(running.page, 'passphrase');
  await openMatrix(running.page);
  const before = await heard(running.page);
  await expect
    .poll(() =>
      running.page.evaluate(async () => {
        const found = await indexedDB.databases();
        return found.length;
      }),
    )
    .toBeGreaterThan(0);
  await call(running.page, 'sandbox.stop');
  await call(running.page, 'settings.set', { sandboxStopped: true });
  await running.page.waitForTimeout(2000);
  await running.close();
  running = await launch(profile);
  const { page } = running;
  await unlock(page);
  await expect(tile(page, 'Northwind')).toHaveAccessibleName(/offline/, { timeout: 30_000 });
  await openMatrix(page);
  expect(await heard(page)).toBe(before);
  await grid(page).focus();
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('heading', { name: 'Why' })).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`the matrix has no serious accessibility problem in ${theme}`, async () => {
    const { page } = running;
    await call(page, 'settings.set', { theme });
    await openSandbox(page, 'memory');
    await openMatrix(page);
    await page.waitForTimeout(400);
    expect(running.complaints).toEqual([]);
    const found: Record<string, string[]> = {};
    found.screen = await serious(new AxeBuilder({ page }).exclude('[role="grid"]'));
    found.mirror = await serious(new AxeBuilder({ page }).include('[role="grid"]'));
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.waitForTimeout(400);
    found.filter = await serious(new AxeBuilder({ page }).exclude('[role="grid"]'));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Arrange' }).click();
    await page.waitForTimeout(400);
    found.arrange = await serious(new AxeBuilder({ page }).exclude('[role="grid"]'));
    expect(found).toEqual({ screen: [], mirror: [], filter: [], arrange: [] });
    expect(running.complaints).toEqual([]);
  });
}
