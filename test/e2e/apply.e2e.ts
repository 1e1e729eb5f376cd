import { createServer } from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { call, launch, newProfile, type RunningApp, removeProfile } from './launch';
import { openSandbox } from './steps';

const OWNER = 'sandbox-northwind-owner-token';
let running: RunningApp;

test.beforeEach(async () => {
  running = await launch(newProfile());
});
test.afterEach(async () => {
  await running.close();
  removeProfile(running.profile);
});

/** The value of a call that must succeed. */
async function ask<Output>(
  page: Page,
  name: string,
  input: unknown,
  output: z.ZodType<Output>,
): Promise<Output> {
  const answer = await call(page, name, input);
  const reply = z.object({ ok: z.literal(true), value: z.unknown() }).safeParse(answer);
  if (!reply.success) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return output.parse(reply.data.value);
}

const viewSchema = z.object({ key: z.string(), name: z.string() });
const planSchema = z.object({
  id: z.string(),
  hash: z.string(),
  steps: z.array(z.object({ words: z.string(), confirm: z.object({ phrase: z.string() }).nullable() })),
});
const applySchema = z.object({
  kind: z.string(),
  steps: z.array(z.object({ kind: z.string() })),
});

/** The Business workspace, and another admin of it. */
async function northwind(page: Page) {
  await openSandbox(page, 'memory');
  const views = await ask(page, 'workspaces.list', undefined, z.array(viewSchema));
  const key = views.find(({ name }) => name.startsWith('Northwind'))?.key ?? '';
  const { url } = await ask(page, 'sandbox.state', undefined, z.object({ url: z.string() }));
  const other = (method: string, path: string, body?: object) =>
    fetch(`${url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${OWNER}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const listed = z
    .object({ data: z.object({ userGroups: z.array(z.object({ id: z.string(), name: z.string() })) }) })
    .parse(await (await other('GET', '/groups')).json());
  const [first, second] = listed.data.userGroups;
  if (first === undefined || second === undefined) throw new Error('the sandbox has no groups');
  return { key, other, first, second };
}

async function draftAndPlan(page: Page, key: string, changes: readonly object[]) {
  const { revision } = await ask(page, 'drafts.get', { key }, z.object({ revision: z.number() }));
  await ask(page, 'drafts.add', { key, revision, changes }, z.unknown());
  return ask(page, 'plan.make', { key }, planSchema);
}

function ended(page: Page, key: string) {
  return expect
    .poll(async () => (await ask(page, 'apply.state', { key }, applySchema.nullable()))?.kind, {
      timeout: 30_000,
    })
    .toBe('finished');
}

test('a deletion needs its phrase typed outside the window; a moved target is left alone', async () => {
  const { app, page } = running;
  const { key, other, first, second } = await northwind(page);
  const plan = await draftAndPlan(page, key, [
    { kind: 'deleteGroup', groupId: first.id },
    { kind: 'renameGroup', groupId: second.id, name: 'Renamed here' },
  ]);
  const phrase = plan.steps.find(({ confirm }) => confirm !== null)?.confirm?.phrase ?? '';
  expect(phrase).not.toBe('');
  await other('PATCH', `/groups/${second.id}`, { name: 'Renamed by somebody else' });

  expect(await call(page, 'apply.start', { key, planId: plan.id, hash: '0'.repeat(64) })).toMatchObject({
    ok: false,
    failure: { code: 'conflict' },
  });

  const opened = app.waitForEvent('window');
  const started = call(page, 'apply.start', { key, planId: plan.id, hash: plan.hash });
  const confirm = await opened;
  await expect(confirm.getByRole('textbox')).toBeFocused();
  expect(await confirm.evaluate(() => Reflect.has(window, 'gatehouse'))).toBe(false);
  // The window itself cannot answer for the admin.
  const forged = await page.evaluate((typed) => {
    const frame = document.createElement('a');
    frame.href = `app://confirm/answer?typed=${encodeURIComponent(typed)}&do=confirm`;
    document.body.append(frame);
    frame.click();
    frame.remove();
    return window.location.href;
  }, phrase);
  expect(forged).toBe('app://gatehouse/index.html');
  await confirm.getByRole('textbox').fill('something else');
  const openedAgain = app.waitForEvent('window');
  // The window is gone before the key is up again.
  await confirm.keyboard.press('Enter').catch(() => undefined);
  const again = await openedAgain;
  await expect(again.getByRole('alert')).toBeVisible();
  expect((await other('GET', `/groups/${first.id}`)).status).toBe(200);
  await again.getByRole('textbox').fill(phrase);
  await again
    .getByRole('button', { name: 'Apply' })
    .click()
    .catch(() => undefined);
  expect(await started).toMatchObject({ ok: true });

  await ended(page, key);
  const state = await ask(page, 'apply.state', { key }, applySchema);
  expect(state.steps.map(({ kind }) => kind).sort()).toEqual(['applied', 'conflict']);
  expect((await other('GET', `/groups/${first.id}`)).status).toBe(404);
  expect(await (await other('GET', `/groups/${second.id}`)).text()).toContain('Renamed by somebody else');
});

test('closing the confirmation changes nothing', async () => {
  const { app, page } = running;
  const { key, other, first } = await northwind(page);
  const plan = await draftAndPlan(page, key, [{ kind: 'deleteGroup', groupId: first.id }]);
  const opened = app.waitForEvent('window');
  const started = call(page, 'apply.start', { key, planId: plan.id, hash: plan.hash });
  const confirm = await opened;
  await expect(confirm.getByRole('textbox')).toBeFocused();
  await app.evaluate(({ BrowserWindow }) => {
    const modal = BrowserWindow.getAllWindows().find((each) => each.isModal());
    modal?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Escape' });
  });
  expect(await started).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  expect((await other('GET', `/groups/${first.id}`)).status).toBe(200);
  expect(await call(page, 'apply.state', { key })).toMatchObject({ ok: true, value: null });
});

test('a write is sent once when a connection that was used before breaks under it', async () => {
  const { page } = running;
  let writes = 0;
  const answers: Record<string, object> = {
    '/': { workspace: { id: 'w1', slug: 'acme', name: 'Acme' } },
    '/gatehouse/workspace': {
      workspace: { id: 'w1', plan: 'business', hipaaEligible: false },
      token: { id: 't1', role: 'Owner', createdBy: 'ada@acme.example' },
    },
    '/gatehouse/tokens': { tokens: [] },
    '/labels': { labels: [] },
  };
  const keys: Record<string, string> = {
    '/groups': 'userGroups',
    '/tracking-plans': 'trackingPlans',
    '/audit-events': 'events',
    '/gatehouse/spaces': 'spaces',
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (request.method !== 'GET') {
      writes += 1;
      request.socket.resetAndDestroy();
      return;
    }
    const data = answers[path] ?? {
      [keys[path] ?? path.slice(1)]: [],
      pagination: { current: 'MA==', totalEntries: 0 },
    };
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ data }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    await ask(page, 'vault.choose', { protection: 'memory' }, z.unknown());
    const { key } = await ask(
      page,
      'workspaces.add',
      {
        endpoint: { kind: 'custom', url: `http://127.0.0.1:${port}` },
        token: 'token',
        email: 'ada@acme.example',
      },
      viewSchema,
    );
    await ask(page, 'sync.start', { key, full: false }, z.unknown());
    const token = { key, description: 'x', role: 'Member' };
    await expect
      .poll(async () => JSON.stringify(await call(page, 'tokens.create', token)), { timeout: 20_000 })
      .toContain('offline');
    expect(writes).toBe(1);
    expect(await call(page, 'tokens.create', token)).toMatchObject({
      ok: false,
      failure: { code: 'offline' },
    });
    expect(writes).toBe(2);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
