import { expect, type Page, test } from '@playwright/test';
import {
  type Bench,
  bar,
  draftLabels,
  killAndReopen,
  openBench,
  progress,
  review,
  showApply,
  upToDate,
} from './drafting';

/** Applying in the real window: steered, refused and interrupted. */

let bench: Bench | null = null;

test.afterEach(async () => {
  await bench?.end();
  bench = null;
});

const LABELS = 'POST /labels';

async function tiers(of: Bench): Promise<string[]> {
  const text = await (await of.other('GET', '/labels')).text();
  return [...new Set(text.match(/"t[1-9]"/g) ?? [])].map((value) => value.slice(1, -1)).sort();
}

function states(page: Page) {
  return progress(page)
    .locator('ol > li')
    .evaluateAll((steps) => steps.map((step) => step.getAttribute('data-state')));
}

test('an apply is paused, resumed and cancelled between steps, and says what was not done', async () => {
  bench = await openBench('memory');
  const { page, complaints } = bench.running;
  const { gateway } = bench;
  await draftLabels(page, 4);
  const apply = await review(page);
  gateway.decide(({ write }) => (write === 1 ? 'holdBefore' : 'pass'));
  await apply.click();
  await expect(progress(page)).toContainText('0 of 4 steps verified, 3 waiting');
  await expect.poll(() => states(page)).toEqual(['sending', 'planned', 'planned', 'planned']);
  await progress(page).getByRole('button', { name: 'Pause' }).click();
  // The step under way goes on, no other one begins.
  gateway.release();
  await expect(progress(page).getByRole('heading', { name: /^Paused/ })).toBeVisible();
  await expect(progress(page)).toContainText('1 of 4 steps verified, 3 waiting');
  await expect(progress(page)).toContainText('You paused it.');
  await expect(progress(page).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  expect(gateway.writes).toEqual([LABELS]);
  await expect(bar(page)).toContainText('1 of 4 steps applied');

  gateway.decide(({ write }) => (write === 2 ? 'holdBefore' : 'pass'));
  await progress(page).getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => states(page)).toEqual(['applied', 'sending', 'planned', 'planned']);
  await progress(page).getByRole('button', { name: 'Cancel the rest' }).click();
  gateway.release();
  await expect(progress(page).getByRole('heading', { name: /^Stopped/ })).toBeVisible();
  await expect(progress(page)).toContainText('2 of 4 steps verified, 2 not tried.');
  await expect(progress(page)).toContainText('You cancelled it.');
  await expect.poll(() => states(page)).toEqual(['applied', 'applied', 'skipped', 'skipped']);
  expect(gateway.writes).toEqual([LABELS, LABELS]);
  expect(await tiers(bench)).toEqual(['t1', 't2']);

  // What is applied leaves the draft once it was read; the rest stays and can be planned anew.
  const left = page.getByRole('region', { name: 'Changes' }).getByRole('listitem');
  await expect(left).toHaveCount(2, { timeout: 15_000 });
  await progress(page).getByRole('button', { name: 'Plan anew' }).click();
  await page.getByRole('button', { name: 'Apply 2 steps' }).click();
  await expect(progress(page)).toContainText('2 of 2 steps verified.', { timeout: 15_000 });
  expect(await tiers(bench)).toEqual(['t1', 't2', 't3', 't4']);
  expect(gateway.writes).toHaveLength(4);
  await progress(page).getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('Nothing to plan')).toBeVisible({ timeout: 15_000 });
  expect(complaints).toEqual([]);
});

for (const status of [401, 403] as const) {
  test(`${status} in the middle stops the apply and says what is applied and what is not`, async () => {
    bench = await openBench('memory');
    const { page } = bench.running;
    const { gateway } = bench;
    await draftLabels(page, 3);
    const apply = await review(page);
    gateway.decide(({ write }) => (write === 2 ? status : 'pass'));
    await apply.click();
    await expect(progress(page).getByRole('heading', { name: /^Stopped/ })).toBeVisible({ timeout: 15_000 });
    await expect(progress(page)).toContainText('1 of 3 steps verified, 1 refused, 1 not tried.');
    await expect.poll(() => states(page)).toEqual(['applied', 'refused', 'skipped']);
    await expect(progress(page)).toContainText(/token/i);
    expect(gateway.writes).toEqual([LABELS, LABELS]);
    expect(await tiers(bench)).toEqual(['t1']);
    await expect(page.getByRole('region', { name: 'Changes' })).toContainText('tier:t3');

    gateway.decide(() => 'pass');
    const left = page.getByRole('region', { name: 'Changes' }).getByRole('listitem');
    await expect(left).toHaveCount(2, { timeout: 15_000 });
    await progress(page).getByRole('button', { name: 'Plan anew' }).click();
    await page.getByRole('button', { name: 'Apply 2 steps' }).click();
    await expect(progress(page)).toContainText('2 of 2 steps verified.', { timeout: 15_000 });
    expect(await tiers(bench)).toEqual(['t1', 't2', 't3']);
  });
}

test('kill -9 in the middle: the next start says what was done, repeats no write and goes on only when told', async () => {
  bench = await openBench('passphrase');
  const { gateway } = bench;
  await draftLabels(bench.running.page, 3);
  const apply = await review(bench.running.page);
  gateway.decide(({ write }) => (write === 2 ? 'holdAnswer' : 'pass'));
  await apply.click();
  // The write was done at the sandbox, and the app does not know it.
  await expect.poll(() => gateway.writes.length, { timeout: 15_000 }).toBe(2);
  const there = bench;
  await expect.poll(() => tiers(there)).toEqual(['t1', 't2']);
  gateway.decide(() => 'pass');
  const page = await killAndReopen(bench);

  await showApply(page);
  await expect(progress(page)).toContainText('2 of 3 steps verified, 1 waiting', { timeout: 15_000 });
  await expect(progress(page).getByRole('heading', { name: /^Paused/ })).toBeVisible();
  await expect(progress(page)).toContainText('Gatehouse ended while this was being applied.');
  await expect.poll(() => states(page)).toEqual(['applied', 'applied', 'planned']);
  await upToDate(page);
  expect(gateway.writes).toEqual([LABELS, LABELS]);

  await progress(page).getByRole('button', { name: 'Resume' }).click();
  await expect(progress(page)).toContainText('3 of 3 steps verified.', { timeout: 15_000 });
  expect(gateway.writes).toEqual([LABELS, LABELS, LABELS]);
  expect(await tiers(bench)).toEqual(['t1', 't2', 't3']);
});

test('kill -9 while paused: it stays paused, and can be cancelled after the start', async () => {
  bench = await openBench('passphrase');
  const { gateway } = bench;
  await draftLabels(bench.running.page, 3);
  const apply = await review(bench.running.page);
  gateway.decide(({ write }) => (write === 1 ? 'holdBefore' : 'pass'));
  await apply.click();
  await expect.poll(() => gateway.writes.length, { timeout: 15_000 }).toBe(1);
  await progress(bench.running.page).getByRole('button', { name: 'Pause' }).click();
  gateway.release();
  await expect(progress(bench.running.page).getByRole('heading', { name: /^Paused/ })).toBeVisible();
  const page = await killAndReopen(bench);
  await showApply(page);
  await expect(progress(page)).toContainText('1 of 3 steps verified, 2 waiting', { timeout: 15_000 });
  await upToDate(page);
  await progress(page).getByRole('button', { name: 'Cancel the rest' }).click();
  await expect(progress(page)).toContainText('1 of 3 steps verified, 2 not tried.');
  expect(gateway.writes).toEqual([LABELS]);
  expect(await tiers(bench)).toEqual(['t1']);
  await expect(page.getByRole('region', { name: 'Changes' }).getByRole('listitem')).toHaveCount(2, {
    timeout: 15_000,
  });
});
