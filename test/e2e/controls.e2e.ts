import { type Change, changeSchema } from '@contract/changes';
import { policySchemas } from '@contract/policy';
import { type ElectronApplication, expect, type Locator, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { type Bench, bar, label, newThing, openBench, progress, resync, review } from './drafting';
import { call } from './launch';
import { changedLevels, readWithSdk } from './sdk-reading';
import { searchFor } from './steps';

/** Every change without dragging, from the window's own controls to what the official SDK reads afterwards. */

let bench: Bench | null = null;

test.afterEach(async () => {
  await bench?.end();
  bench = null;
});

/** The value that main answers to a question. */
async function ask<Output>(
  page: Page,
  name: string,
  input: unknown,
  output: z.ZodType<Output>,
): Promise<Output> {
  const reply = z.object({ ok: z.literal(true), value: z.unknown() }).parse(await call(page, name, input));
  return output.parse(reply.value);
}

function drafted(page: Page, changes: number) {
  return expect(bar(page)).toContainText(new RegExp(`Draft: ${changes} changes?(?!\\d)`));
}

async function choose(page: Page, card: Locator, name: string, item: string): Promise<Locator> {
  await card.getByRole('button', { name: `Change ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
  return page.getByRole('dialog');
}

/** The first card of what the search on the board finds among the members. */
async function memberCard(page: Page, text: string, kind: 'Member' | 'Invite'): Promise<Locator> {
  await page.getByRole('radio', { name: 'Members' }).check();
  await searchFor(page, text);
  const card = page.getByRole('article', { name: new RegExp(`^${kind} .*${text}`, 'i') }).first();
  await expect(card).toBeVisible();
  return card;
}

/** Types each phrase that is asked for outside the window; answers the phrases. */
function typeWhatIsAsked(app: ElectronApplication): string[] {
  const typed: string[] = [];
  app.on('window', async (window) => {
    const phrase = (await window.locator('strong').textContent()) ?? '';
    typed.push(phrase);
    await window.getByRole('textbox').fill(phrase);
    // The window is gone before the click has ended.
    await window
      .getByRole('button', { name: 'Apply' })
      .click()
      .catch(() => undefined);
  });
  return typed;
}

async function changesOf(page: Page, key: string): Promise<Change[]> {
  const view = z.object({ items: z.array(z.object({ change: changeSchema })) });
  return (await ask(page, 'drafts.get', { key }, view)).items.map(({ change }) => change);
}

type Cell = Extract<
  z.infer<(typeof policySchemas)['policy.effect']['output']>,
  { kind: 'effect' }
>['rows'][number];

/** All changed cells of the draft, as the window asks for them. */
async function shownCells(page: Page, key: string): Promise<Cell[]> {
  const draft = await changesOf(page, key);
  const cells: Cell[] = [];
  for (;;) {
    const input = { key, draft, offset: cells.length, limit: 500 };
    const answer = await ask(page, 'policy.effect', input, policySchemas['policy.effect'].output);
    if (answer.kind !== 'effect') throw new Error(answer.reason);
    cells.push(...answer.rows);
    if (answer.rows.length === 0 || cells.length >= answer.counts.cells) return cells;
  }
}

/** The cells that say another certain level of a source, as `changedLevels` writes them. */
function sourceLines(cells: readonly Cell[]): string[] {
  return cells
    .filter(
      ({ resource, before, after }) =>
        resource.subject.id.startsWith('SOURCE:') && before.atLeast !== after.atLeast,
    )
    .map(
      ({ member, resource, before, after }) =>
        `${member.subject.id} ${resource.subject.id.slice('SOURCE:'.length)}: ${before.atLeast} to ${after.atLeast}`,
    )
    .sort();
}

test('grants, groups, labels, invites and removals by menu: the SDK reads back what was shown', async () => {
  bench = await openBench('memory');
  const { page, app, complaints } = bench.running;
  const { key, sandbox } = bench;
  const token = sandbox.workspaces[0]?.ownerToken ?? '';
  expect((await bench.other('POST', '/labels', { label: { key: 'unused', value: 'old' } })).status).toBe(201);
  await resync(page, key);
  const before = await readWithSdk(sandbox.url, token);

  await test.step('a new label, a new group, somebody in it, a grant', async () => {
    const make = await newThing(page, 'New label…');
    await make.getByLabel('Key', { exact: true }).fill('tier');
    await make.getByLabel('Value', { exact: true }).fill('gold');
    await make.getByRole('button', { name: 'Create the label' }).click();
    const name = await newThing(page, 'New group…');
    await name.getByLabel('Name', { exact: true }).fill('Night watch');
    await name.getByRole('button', { name: 'Create the group' }).click();
    const card = page.getByRole('article', { name: 'Group Night watch' });
    const who = await choose(page, card, 'Night watch', 'Who is in it…');
    await who.getByLabel('Search members', { exact: true }).fill('jonas.adeyemi');
    await who
      .getByRole('button', { name: /^Put in Jonas/ })
      .first()
      .click();
    await who.getByRole('button', { name: 'Done' }).click();
    const may = await choose(page, card, 'Night watch', 'Permissions…');
    await may.getByLabel('Role', { exact: true }).selectOption({ label: 'Source Admin' });
    await may.getByRole('radio', { name: 'By labels' }).check();
    await may.getByRole('button', { name: 'brand:fjord', exact: true }).click();
    await may.getByRole('button', { name: 'Add this permission' }).click();
    await expect(may.getByRole('list', { name: 'Permissions held' })).toContainText('Source Admin');
    await may.getByRole('button', { name: 'Done' }).click();
    await drafted(page, 4);
  });

  await test.step('a group loses a grant and somebody in it, another one goes', async () => {
    const card = page.getByRole('article', { name: 'Group Data governance' });
    const may = await choose(page, card, 'Data governance', 'Permissions…');
    await may.getByRole('button', { name: /^Remove Source Read-only/ }).click();
    await expect(may).toContainText('gone with the draft');
    await may.getByRole('button', { name: 'Done' }).click();
    await drafted(page, 5);
    const science = page.getByRole('article', { name: 'Group Data science' });
    const who = await choose(page, science, 'Data science', 'Who is in it…');
    await who
      .getByRole('list', { name: 'In now' })
      .getByRole('button', { name: /^Take out / })
      .first()
      .click();
    await expect(who).toContainText('out with the draft');
    await who.getByRole('button', { name: 'Done' }).click();
    await drafted(page, 6);
    const gone = page.getByRole('article', { name: 'Group Ember APAC launch team' });
    await gone.getByRole('button', { name: /^Change / }).click();
    await page.getByRole('menuitem', { name: 'Delete the group' }).click();
    await expect(gone).toContainText('goes');
    await drafted(page, 7);
    await label(page, 'unused:old').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete the label' }).click();
    await drafted(page, 8);
  });

  let removed = '';
  await test.step('an invite, a revocation, a grant to a member, and a member who goes', async () => {
    const invite = await newThing(page, 'Invite somebody…');
    await invite.getByLabel('Email').fill('new.colleague@northwind.example');
    await invite.getByLabel('Role', { exact: true }).selectOption({ label: 'Minimal Workspace Access' });
    await invite.getByRole('button', { name: /invite/i }).click();
    await drafted(page, 9);
    const waiting = await memberCard(page, 'rosalind.obi', 'Invite');
    await waiting.getByRole('button', { name: /^Change / }).click();
    await page.getByRole('menuitem', { name: 'Revoke the invite' }).click();
    await drafted(page, 10);

    const person = await memberCard(page, 'mei', 'Member');
    const name = ((await person.getAttribute('aria-label')) ?? '').replace('Member ', '');
    const may = await choose(page, person, name, 'Permissions…');
    await may.getByLabel('Role', { exact: true }).selectOption({ label: 'Source Admin' });
    await may.getByRole('radio', { name: 'By labels' }).check();
    await may.getByRole('button', { name: 'brand:juniper', exact: true }).click();
    await may.getByRole('button', { name: 'Add this permission' }).click();
    await expect(may.getByRole('list', { name: 'Permissions held' })).toContainText('brand:juniper');
    await may.getByRole('button', { name: 'Done' }).click();
    await drafted(page, 11);

    const leaver = await memberCard(page, 'ravi solberg', 'Member');
    await leaver.getByRole('button', { name: /^Change / }).click();
    await page.getByRole('menuitem', { name: 'Remove from the workspace' }).click();
    await expect(leaver).toContainText('goes');
    await drafted(page, 12);
    const changes = await changesOf(page, key);
    removed = changes.flatMap((change) => (change.kind === 'removeMember' ? [change.memberId] : []))[0] ?? '';
    expect(removed).not.toBe('');
  });

  const apply = await review(page);
  const cells = await shownCells(page, key);
  const effect = page.getByRole('region', { name: 'Effect' });
  const members = new Set(cells.map(({ member }) => member.subject.id)).size;
  const things = new Set(cells.map(({ resource }) => resource.subject.id)).size;
  await expect(effect).toContainText(`${members} members × ${things} resources`);
  await expect(page.getByText('asks to type').first()).toBeVisible();

  const typed = typeWhatIsAsked(app);
  await apply.click();
  await expect(progress(page).getByRole('heading', { name: /^Applied/ })).toBeVisible({ timeout: 60_000 });
  await expect(progress(page)).toContainText(/(\d+) of \1 steps verified\./);
  expect(typed).toEqual(expect.arrayContaining(['Ember APAC launch team', 'unused:old']));

  const after = await readWithSdk(sandbox.url, token);
  const shown = sourceLines(cells);
  expect(shown.length).toBeGreaterThan(10);
  expect(changedLevels(before, after)).toEqual(shown);

  const names = (reading: typeof after) => reading.groups.map(({ name }) => name);
  expect(names(after).sort()).toEqual(
    [...names(before).filter((name) => name !== 'Ember APAC launch team'), 'Night watch'].sort(),
  );
  const labels = after.labels.map((each) => `${each.key}:${each.value}`);
  expect(labels).toContain('tier:gold');
  expect(labels).not.toContain('unused:old');
  const invited = after.invites.map(({ email }) => email);
  expect(invited).toContain('new.colleague@northwind.example');
  expect(invited.filter((email) => email.startsWith('rosalind.obi'))).toEqual([]);
  expect(after.members.map(({ id }) => id)).toEqual(
    before.members.map(({ id }) => id).filter((id) => id !== removed),
  );
  const watch = after.groups.find(({ name }) => name === 'Night watch');
  expect(watch?.memberIds).toHaveLength(1);

  // Confirmed by the next reading, nothing is left of the draft.
  await progress(page).getByRole('button', { name: 'Done' }).click();
  await expect(bar(page)).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText('Nothing to plan')).toBeVisible();
  expect(complaints).toEqual([]);
});
