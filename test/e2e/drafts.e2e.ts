import { expect, test } from '@playwright/test';
import {
  aside,
  type Bench,
  bar,
  carry,
  closeAndReopen,
  draftLabels,
  dropOn,
  killAndReopen,
  label,
  lane,
  newThing,
  openBench,
  resync,
  showBoard,
  showPlan,
  sources,
  upToDate,
} from './drafting';
import { call } from './launch';
import { tile } from './steps';

/** Drafts in the real window: how they come to be, what they survive, and how they end. */

let bench: Bench | null = null;

test.afterEach(async () => {
  await bench?.end();
  bench = null;
});

test('where the API cannot set labels of spaces, a label dropped on one becomes a dated statement, not a draft', async () => {
  bench = await openBench('memory', ['--no-extensions']);
  const { page, complaints } = bench.running;
  const column = page.getByRole('region', { name: 'Sources and spaces' });
  const space = page.getByRole('article', { name: /^Space / }).first();
  for (let turns = 0; turns < 40 && (await space.count()) === 0; turns += 1) {
    await column.hover();
    await page.mouse.wheel(0, 1500);
    // A hidden window draws no frame: a wait for one could wait for ever.
    await page.waitForTimeout(50);
  }
  await expect(space).toContainText('unknown');
  const name = ((await space.getAttribute('aria-label')) ?? '').replace('Space ', '');
  await carry(page, label(page, 'brand:fjord'), space);
  await expect(aside(page)).toContainText('stated in Gatehouse only');
  await expect(aside(page)).not.toContainText('Not possible');
  await page.mouse.up();

  await expect(
    page.getByText(`Stated that space ${name} carries brand:fjord.`, { exact: false }),
  ).toHaveCount(1);
  await expect(bar(page)).toHaveCount(0);
  await space.getByRole('button', { name }).first().click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('ada.lindqvist@northwind.example');
  await expect(inspector.locator('time').first()).toHaveAttribute('datetime', /^20\d\d-/);
  await expect(inspector.getByText('fjord').first()).toBeVisible();
  expect(bench.gateway.writes).toEqual([]);

  // Another label of it joins the first; one of the same key takes its place.
  await carry(page, label(page, 'region:emea'), space);
  await expect(aside(page)).toContainText('stated in Gatehouse only');
  await page.mouse.up();
  const stated = async () => JSON.stringify(await call(page, 'attestations.list', { key: bench?.key }));
  await expect.poll(stated).toContain('emea');
  expect(await stated()).toContain('fjord');
  await expect(bar(page)).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a draft is made without a network, survives a restart, and is held against what others did meanwhile', async () => {
  bench = await openBench('passphrase');
  let { page } = bench.running;
  const target = lane(page, 'Source Admin').first();
  const [, , groupId = ''] = ((await target.getAttribute('data-drop-target')) ?? '').split(' ');

  bench.gateway.decide(() => 'cut');
  await call(page, 'sync.start', { key: bench.key, full: true });
  await expect(tile(page, 'Northwind')).toHaveAccessibleName(/offline/i, { timeout: 30_000 });
  await dropOn(page, label(page, 'brand:fjord'), target, 1);
  const source = sources(page).filter({ hasText: 'brand:ember' }).first();
  const worn = (await source.getAttribute('aria-label')) ?? '';
  await dropOn(page, label(page, 'brand:juniper'), source, 3);
  await bar(page).getByRole('button', { name: 'Review plan' }).click();
  await expect(page.getByRole('button', { name: /^Apply \d+ steps?$/ })).toBeDisabled();
  await expect(page.getByRole('region', { name: 'Plan', exact: true })).toContainText(
    'cannot be reached now',
  );

  page = await closeAndReopen(bench);
  await expect(bar(page)).toContainText('Draft: 3 changes');
  await expect(bar(page).getByRole('button', { name: /^Undo: .*brand:juniper/ })).toBeEnabled();

  // Meanwhile somebody else has deleted the group.
  expect((await bench.other('DELETE', `/groups/${groupId}`)).status).toBe(200);
  bench.gateway.decide(() => 'pass');
  await call(page, 'sync.start', { key: bench.key, full: true });
  await upToDate(page);
  await expect(bar(page)).toContainText('1 no longer applies');
  await showPlan(page);
  const changes = page.getByRole('region', { name: 'Changes' });
  const flagged = changes.getByRole('listitem').filter({ hasText: 'No longer applies' });
  await expect(flagged).toHaveCount(1);
  await expect(flagged).toContainText('brand:fjord');
  await expect(flagged).toContainText(/group/i);
  const steps = page.getByRole('region', { name: 'Steps' });
  await expect(steps).toContainText('Left out:');
  await expect(steps.getByRole('button', { name: 'Apply 1 step' })).toBeEnabled();
  await expect(steps).toContainText(worn.replace(/^\w+ /, ''));

  await flagged.getByRole('button', { name: /^Take out: / }).click();
  await expect(bar(page)).not.toContainText('no longer applies');
  await expect(changes.getByRole('listitem')).toHaveCount(2);
  expect(bench.gateway.writes).toEqual([]);
});

test('what somebody else did already is said, and is not done again', async () => {
  bench = await openBench('memory');
  const { page } = bench.running;
  await draftLabels(page, 2);
  await bench.other('POST', '/labels', { label: { key: 'tier', value: 't1' } });
  await resync(page, bench.key);
  await bar(page).getByRole('button', { name: 'Review plan' }).click();
  const changes = page.getByRole('region', { name: 'Changes' });
  await expect(changes.getByRole('listitem').filter({ hasText: 'like this already' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Apply 1 step' })).toBeEnabled();
});

test('several labels go on one lane, and one label on several lanes and on several sources', async () => {
  bench = await openBench('memory');
  const { page, complaints } = bench.running;
  await label(page, 'brand:fjord').click({ modifiers: ['Control'] });
  await label(page, 'region:emea').click({ modifiers: ['Control'] });
  await expect(label(page, 'region:emea')).toHaveAttribute('aria-selected', 'true');
  await dropOn(page, label(page, 'brand:fjord'), lane(page, 'Source Admin').first(), 1);
  await expect(bar(page).getByRole('button', { name: /^Undo: .*brand:fjord.*region:emea/ })).toBeVisible();
  await expect(label(page, 'brand:fjord')).toHaveAttribute('aria-selected', 'false');

  const readers = lane(page, 'Source Read-only');
  const keys = [
    await readers.nth(0).getAttribute('data-drop-target'),
    await readers.nth(1).getAttribute('data-drop-target'),
  ];
  const chosen = keys.map((key) => page.locator(`[data-drop-target="${key}"]`));
  for (const one of chosen) await one.click({ modifiers: ['Control'], position: { x: 6, y: 6 } });
  for (const one of chosen) await expect(one).toHaveAttribute('data-chosen', 'true');
  const [, second = page.locator('none')] = chosen;
  await carry(page, label(page, 'brand:juniper'), second);
  await expect(aside(page)).toContainText('2 places');
  await page.mouse.up();
  await expect(bar(page)).toContainText('Draft: 3 changes');

  const worn = sources(page).filter({ hasText: 'brand:ember' });
  const names = await worn.evaluateAll((all) =>
    all.slice(0, 2).map((one) => one.getAttribute('aria-label') ?? ''),
  );
  const cards = names.map((name) => page.getByRole('article', { name, exact: true }));
  for (const card of cards) await card.click({ modifiers: ['Control'], position: { x: 4, y: 4 } });
  const [first = page.locator('none')] = cards;
  await carry(page, label(page, 'brand:juniper'), first);
  await expect(aside(page)).toContainText('2 places');
  await page.mouse.up();
  await expect(bar(page)).toContainText('Draft: 7 changes');
  for (const card of cards) await expect(card).toContainText('brand:juniper');

  // One drop is one step of undo.
  await page.keyboard.press('Control+z');
  await expect(bar(page)).toContainText('Draft: 3 changes');
  expect(complaints).toEqual([]);
});

test('undo and redo go through the whole draft by keyboard, each by its name; what takes itself back leaves no draft', async () => {
  bench = await openBench('memory');
  const { page, complaints } = bench.running;
  await draftLabels(page, 2);
  const dialog = await newThing(page, 'New group…');
  await dialog.getByLabel('Name', { exact: true }).fill('Night watch');
  await dialog.getByRole('button', { name: 'Create the group' }).click();
  await expect(bar(page)).toContainText('Draft: 3 changes');
  const undo = bar(page).getByRole('button', { name: /^(Undo: |Nothing to undo)/ });
  const redo = bar(page).getByRole('button', { name: /^(Redo: |Nothing to redo)/ });
  await expect(redo).toBeDisabled();
  for (const name of [/Night watch/, /tier:t2/, /tier:t1/]) {
    await expect(undo).toHaveAccessibleName(name);
    await page.keyboard.press('Control+z');
    await expect(redo).toHaveAccessibleName(name);
  }
  await expect(bar(page)).toContainText('Draft empty');
  await expect(undo).toBeDisabled();
  await page.keyboard.press('Control+z');
  for (const name of [/tier:t1/, /tier:t2/, /Night watch/]) {
    await expect(redo).toHaveAccessibleName(name);
    await page.keyboard.press('Control+Shift+Z');
    await expect(undo).toHaveAccessibleName(name);
  }
  await expect(bar(page)).toContainText('Draft: 3 changes');

  // Away again one by one, each as what it is: nothing is left, and the bar goes.
  const card = page.getByRole('article', { name: 'Group Night watch' });
  await card.getByRole('button', { name: 'Change Night watch' }).click();
  await page.getByRole('menuitem', { name: 'Delete the group' }).click();
  await expect(card).toHaveCount(0);
  await expect(bar(page)).toContainText('Draft: 2 changes');
  for (const value of ['tier:t1', 'tier:t2']) {
    await label(page, value).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete the label' }).click();
    await expect(label(page, value)).toHaveCount(0);
  }
  await expect(bar(page)).toHaveCount(0);
  // The keys still bring it back.
  await page.keyboard.press('Control+z');
  await expect(label(page, 'tier:t2')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('kill -9 leaves the draft with its undo and redo', async () => {
  bench = await openBench('passphrase');
  await draftLabels(bench.running.page, 3);
  await bench.running.page.keyboard.press('Control+z');
  await expect(bar(bench.running.page)).toContainText('Draft: 2 changes');
  await expect(bar(bench.running.page)).not.toContainText('saving');
  const page = await killAndReopen(bench);
  await showBoard(page);
  await expect(bar(page)).toContainText('Draft: 2 changes');
  await expect(bar(page).getByRole('button', { name: /^Undo: .*tier:t2/ })).toBeEnabled();
  await page.keyboard.press('Control+Shift+Z');
  await expect(bar(page)).toContainText('Draft: 3 changes');
  await expect(label(page, 'tier:t3')).toBeVisible();
  expect(bench.gateway.writes).toEqual([]);
});
