import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { launch, newProfile, type RunningApp, removeProfile } from './launch';
import { goTo, openSandbox, tile } from './steps';

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

/** The serious findings of axe on what is on screen, each with the elements concerned. */
async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

for (const theme of ['light', 'dark'] as const) {
  test(`no screen has a serious accessibility problem in ${theme}`, async () => {
    const { page } = running;
    const found: Record<string, string[]> = {};
    await page.evaluate(
      (wanted) => Reflect.get(Reflect.get(window, 'gatehouse'), 'call')('settings.set', { theme: wanted }),
      theme,
    );
    const look = async (name: string) => {
      await page.waitForTimeout(400);
      found[name] = await serious(page);
    };
    await look('first run');
    await openSandbox(page, 'memory');
    await look('all workspaces');
    for (const screen of ['Members', 'Groups', 'Resources', 'Labels', 'Roles', 'Tokens']) {
      await goTo(page, 'Northwind', screen);
      await expect(page.getByRole('grid')).toBeVisible();
      await look(screen);
      await page.getByRole('grid').getByRole('row').nth(1).click();
      await expect(page.getByRole('complementary')).toBeVisible();
      await look(`${screen} with the inspector`);
    }
    await page.keyboard.press('Control+k');
    await page.keyboard.type('ada');
    await look('palette');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Settings' }).click();
    await look('settings');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add a workspace' }).first().click();
    await look('add a workspace');
    await page.keyboard.press('Escape');
    await goTo(page, 'Foxglove', 'Groups');
    await look('an unknown list');
    await tile(page, 'Foxglove').click({ button: 'right' });
    await look('a menu');
    await page.getByRole('menuitem', { name: /^Remove/ }).click();
    await look('remove a workspace');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'All workspaces' }).click();
    await page.getByRole('button', { name: 'Stop the sandbox' }).click();
    await expect(tile(page, 'Foxglove')).toHaveAccessibleName(/offline/, { timeout: 15_000 });
    await look('offline');
    expect(running.complaints).toEqual([]);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  });
}
