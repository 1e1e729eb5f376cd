import { expect, type Locator, type Page } from '@playwright/test';
import { type AloneSandbox, startAloneSandbox } from './alone-sandbox';
import { type Gateway, startGateway } from './gateway';
import { call, launch, newProfile, type RunningApp, removeProfile } from './launch';
import { PASSPHRASE, tile } from './steps';

/** The app on a profile of its own, before a sandbox of its own, with a gateway between them. */
export interface Bench {
  running: RunningApp;
  sandbox: AloneSandbox;
  gateway: Gateway;
  /** The workspace's key in the app. */
  key: string;
  /** Another admin's call of the Public API, past the gateway. */
  other(method: string, path: string, body?: object): Promise<Response>;
  end(): Promise<void>;
}

async function firstKey(page: Page): Promise<string> {
  const reply = JSON.parse(JSON.stringify(await call(page, 'workspaces.list')));
  return String(reply.value[0].key);
}

/** Connects the sandbox's first workspace through the gateway and shows its board. */
export async function openBench(protection: 'passphrase' | 'memory', args: string[] = []): Promise<Bench> {
  const sandbox = await startAloneSandbox(args);
  const gateway = await startGateway(sandbox.url);
  const running = await launch(newProfile());
  const { page } = running;
  if (protection === 'passphrase') {
    await page.getByRole('radio', { name: /^Passphrase/ }).check();
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByLabel('Once more').fill(PASSPHRASE);
  } else {
    await page.getByRole('radio', { name: /^Keep nothing on disk/ }).check();
  }
  await page.getByRole('button', { name: 'Add a workspace' }).click();
  const token = sandbox.workspaces[0]?.ownerToken ?? '';
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Token').fill(token);
  await dialog.getByText('Other address').click();
  await dialog.getByLabel('Address', { exact: true }).fill(gateway.url);
  await dialog.getByLabel(/Your email/).fill('ada.lindqvist@northwind.example');
  await dialog.getByRole('button', { name: 'Add workspace' }).click();
  await upToDate(page);
  await showBoard(page);
  const bench: Bench = {
    running,
    sandbox,
    gateway,
    key: await firstKey(page),
    other: (method, path, body) =>
      fetch(`${sandbox.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/vnd.segment.v1+json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    end: async () => {
      await bench.running.close();
      await gateway.close();
      await sandbox.stop();
      removeProfile(running.profile);
    },
  };
  return bench;
}

export async function upToDate(page: Page): Promise<void> {
  await expect(tile(page, 'Northwind')).toHaveAccessibleName(/up to date/, { timeout: 60_000 });
}

/** Reads the workspace anew, as its button does, and waits for it. */
export async function resync(page: Page, key: string): Promise<void> {
  const before = await readAt(page);
  await call(page, 'sync.start', { key, full: true });
  await expect.poll(() => readAt(page), { timeout: 30_000 }).not.toBe(before);
  await upToDate(page);
}

async function readAt(page: Page): Promise<string> {
  const reply = JSON.parse(JSON.stringify(await call(page, 'workspaces.list')));
  return String(reply.value[0].snapshot?.completedAt);
}

export async function showBoard(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await expect(page.getByRole('heading', { level: 1, name: 'Labels board' })).toBeVisible();
  await expect(lane(page, 'Source Admin').first()).toBeVisible();
  await expect(label(page, 'brand:fjord')).toBeVisible();
}

/** Kills the app and starts it again on the same profile. */
export async function killAndReopen(bench: Bench): Promise<Page> {
  await bench.running.kill();
  return reopen(bench);
}

/** Closes the app as its window does, and starts it again on the same profile. */
export async function closeAndReopen(bench: Bench): Promise<Page> {
  await bench.running.close();
  return reopen(bench);
}

async function reopen(bench: Bench): Promise<Page> {
  bench.running = await launch(bench.running.profile);
  const { page } = bench.running;
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await tile(page, 'Northwind').click();
  return page;
}

export const label = (page: Page, text: string) => page.getByRole('option', { name: text, exact: true });
export const aside = (page: Page) => page.getByRole('complementary', { name: 'Effect of the drop' });
export const bar = (page: Page) => page.getByRole('region', { name: 'Draft' });
/** The empty lanes of one role. */
export const lane = (page: Page, role: string) =>
  page.locator(`[data-drop-target^="lane "][title="${role}"]:not(:has([data-drop-target]))`);
export const sources = (page: Page) => page.locator('[data-drop-target^="resource "]');
export const progress = (page: Page) => page.getByRole('region', { name: 'Apply' });

async function centre(of: Locator): Promise<{ x: number; y: number }> {
  await of.scrollIntoViewIfNeeded();
  const box = await of.boundingBox();
  if (box === null) throw new Error('it is not on screen');
  return { x: box.x + box.width / 2, y: box.y + Math.min(12, box.height / 2) };
}

/** Carries something over a target with the mouse, and leaves the button down. */
export async function carry(page: Page, from: Locator, to: Locator): Promise<void> {
  const target = await centre(to);
  const start = await centre(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, start.y + 8, { steps: 3 });
  await page.mouse.move(target.x, target.y, { steps: 8 });
}

/** Drops a label once the window has told what it does, and waits for the draft to say so many changes. */
export async function dropOn(page: Page, from: Locator, to: Locator, changes: number): Promise<void> {
  await carry(page, from, to);
  await expect(
    aside(page)
      .getByText(/member|Nobody/)
      .first(),
  ).toBeVisible();
  await page.mouse.up();
  await expect(bar(page)).toContainText(new RegExp(`Draft: ${changes} changes?(?!\\d)`));
}

/** Makes something new by the board's own menu. */
export async function newThing(page: Page, item: string): Promise<Locator> {
  await page.getByRole('button', { name: 'New…' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  return page.getByRole('dialog');
}

/** Drafts so many new labels, tier:t1 and on: one step each. */
export async function draftLabels(page: Page, many: number): Promise<void> {
  for (let number = 1; number <= many; number += 1) {
    const dialog = await newThing(page, 'New label…');
    await dialog.getByLabel('Key', { exact: true }).fill('tier');
    await dialog.getByLabel('Value', { exact: true }).fill(`t${number}`);
    await dialog.getByRole('button', { name: 'Create the label' }).click();
    await expect(bar(page)).toContainText(new RegExp(`Draft: ${number} changes?`));
  }
}

/** Goes to the plan and answers its Apply button, when it can be pressed. */
export async function review(page: Page): Promise<Locator> {
  await bar(page).getByRole('button', { name: 'Review plan' }).click();
  const apply = page.getByRole('button', { name: /^Apply \d+ steps?$/ });
  await expect(apply).toBeEnabled();
  return apply;
}

/** Goes to the plan, wherever the window is. */
export async function showPlan(page: Page): Promise<void> {
  const way = bar(page).getByRole('button', { name: 'Review plan' });
  const there = bar(page).getByRole('button', { name: 'Back to the board' });
  await expect(way.or(there)).toBeVisible();
  if (await way.isVisible()) await way.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible();
}

/** Goes to the apply, wherever the window is. */
export async function showApply(page: Page): Promise<void> {
  const way = bar(page).getByRole('button', { name: 'Show the apply' });
  const there = bar(page).getByRole('button', { name: 'Back to the board' });
  await expect(bar(page)).toContainText(/\d+ of \d+ steps applied/);
  await expect(way.or(there)).toBeVisible();
  if (await way.isVisible()) await way.click();
  await expect(progress(page)).toBeVisible();
}
