import { expect, test } from '@playwright/test';
import { call, launch, newProfile, type RunningApp, removeProfile } from './launch';
import { openSandbox } from './steps';

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

/** The value of a reply that must have worked. */
async function value(name: string, input?: unknown): Promise<Record<string, unknown>> {
  const reply = await call(running.page, name, input);
  expect(reply, name).toMatchObject({ ok: true });
  const found: unknown = Reflect.get(Object(reply), 'value');
  return Object(found);
}

async function states(): Promise<{ key: string; kind: string; fingerprint: string }[]> {
  return Object.values(await value('policy.states')).map((state) => Object(state));
}

test('the worker compiles every workspace, answers each question, and is gone when a workspace is', async () => {
  await openSandbox(running.page, 'memory');
  await expect
    .poll(async () => (await states()).map(({ kind }) => kind), { timeout: 20_000 })
    .toEqual(['ready', 'ready', 'ready']);
  const [first] = await states();
  if (first === undefined) throw new Error('no workspace');
  const { key, fingerprint } = first;

  const rows = async (list: string, more: object) => {
    const page = await value(`lists.${list}`, { key, text: '', sort: null, offset: 0, limit: 50, ...more });
    expect(page.fingerprint).toBe(fingerprint);
    return Object.values(Object(page.rows)).map((row) => Object(row));
  };
  const members = await rows('members', { show: 'members' });
  const sources = await rows('resources', { types: ['SOURCE'], label: null });
  expect(members.every(({ reach }) => reach !== null)).toBe(true);
  const member = members.find(({ reach }) => reach.admin + reach.read > 0);
  const resource = { type: 'SOURCE', id: sources[0].id };
  const target = { kind: 'resource', resource };
  const page = { offset: 0, limit: 500 };

  const who = await value('policy.whoCan', { key, action: 'view', target, ...page });
  const { read, admin, unknown } = sources[0].reach;
  expect([who.allowed, who.unknown]).toEqual([read + admin, unknown]);
  const what = await value('policy.whatCan', {
    key,
    memberId: member.id,
    action: 'view',
    types: [],
    ...page,
  });
  expect(what.allowed).toBe(member.reach.read + member.reach.admin);
  const { cells } = await value('policy.cells', {
    key,
    memberIds: members.map(({ id }) => id),
    resources: [resource],
  });
  expect(Object.keys(Object(cells))).toHaveLength(members.length);
  const explained = await value('policy.explain', { key, memberId: member.id, action: 'view', target });
  expect(explained).toMatchObject({ fingerprint, member: { subject: { id: member.id } } });
  expect(await value('policy.reach', { key, holder: { kind: 'member', id: member.id } })).toMatchObject({
    fingerprint,
  });
  const draft = [{ kind: 'removeMember', memberId: member.id }];
  const effect = await value('policy.effect', { key, draft, ...page });
  expect(effect).toMatchObject({ kind: 'effect', members: 1, counts: { lost: what.allowed } });
  expect(Object.values(await value('policy.judge', { key, draft: [], changes: draft }))).toHaveLength(1);
  const grant = { roleId: 'r', roleName: 'Source Admin', scope: { kind: 'all' } };
  const holder = { kind: 'member', id: member.id };
  expect(await value('policy.mayGrant', { key, holder, grant })).toHaveProperty('verdict');

  expect(
    await call(running.page, 'policy.reach', { key, holder: { kind: 'group', id: 'none' } }),
  ).toMatchObject({
    ok: false,
    failure: { code: 'notFound' },
  });
  await value('workspaces.remove', { key });
  expect(await call(running.page, 'policy.reach', { key, holder })).toMatchObject({
    ok: false,
    failure: { code: 'notFound' },
  });
  expect((await states()).map(({ kind }) => kind)).toEqual(['ready', 'ready']);
});
