import type { Snapshot } from '@contract/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src-main/sandbox/server';
import { contentOf, dataAnswer, errorAnswer, ownerOf, sandboxed, syncOnce, write } from './sandboxed';

/** One write, made of numbers so that it can be shrunk and fits whatever is there now. */
interface Step {
  readonly what: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const pick = <T>(values: readonly T[], index: number): T => {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
};

function permission(sandbox: Sandbox, at: Snapshot, { b, c }: Step): object {
  const role = pick(
    at.roles.filter(({ name }) => /Source|Unify|Function|Warehouse|Tracking/.test(name)),
    b,
  );
  const type = /Source/.test(role.name) ? 'SOURCE' : /Function/.test(role.name) ? 'FUNCTION' : 'SPACE';
  const workspace = { id: ownerOf(sandbox).id, type: 'WORKSPACE' };
  const listed = at.resources.filter((each) => each.type === type);
  if (c % 3 === 0) return { roleId: role.id, resources: [{ ...workspace, labels: [] }] };
  if (c % 3 === 1 && listed.length > 0) {
    return { roleId: role.id, resources: [{ id: pick(listed, c).id, type }] };
  }
  const { key, value } = pick(at.labels, c);
  return { roleId: role.id, resources: [{ ...workspace, labels: [{ key, value }] }] };
}

/** Makes the write; whether the sandbox takes it, its rules say. `at` is what was there at the last sync. */
function make(sandbox: Sandbox, at: Snapshot, step: Step): Promise<number> {
  const { what, a, b, c } = step;
  const user = pick(at.members, a);
  const other = pick(at.members, b);
  const group = pick(at.groups, b);
  const invite = at.invites.length > 0 ? pick(at.invites, c).email : 'nobody@example.com';
  const source = pick(
    at.resources.filter(({ type }) => type === 'SOURCE'),
    a,
  ).id;
  const space = pick(
    at.resources.filter(({ type }) => type === 'SPACE'),
    a,
  ).id;
  const label = pick(at.labels, c);
  const labels = [{ key: label.key, value: label.value }];
  const permissions = [permission(sandbox, at, step)];
  const emails = `emails.0=${encodeURIComponent(user.email)}`;
  const calls: [string, string, object?][] = [
    ['POST', `/users/${user.id}/permissions`, { permissions }],
    ['PUT', `/users/${user.id}/permissions`, { permissions }],
    ['POST', `/groups/${group.id}/permissions`, { permissions }],
    ['PUT', `/groups/${group.id}/permissions`, { permissions }],
    ['POST', `/groups/${group.id}/users`, { emails: [user.email, invite] }],
    ['PUT', `/group/${group.id}/users`, { emails: c % 4 === 0 ? [] : [user.email, other.email] }],
    ['DELETE', `/group/${group.id}/users?${emails}`],
    ['POST', '/groups', { name: `Group ${a}` }],
    ['PATCH', `/groups/${group.id}`, { name: `Renamed ${a}` }],
    ['DELETE', `/groups/${group.id}`],
    ['DELETE', `/users?userIds.0=${user.id}`],
    ['POST', '/invites', { invites: [{ email: `guest${a}@example.com`, permissions: [] }] }],
    ['DELETE', `/invites?emails.0=${encodeURIComponent(invite)}`],
    ['POST', '/labels', { label: { key: `key${a % 5}`, value: `value${b}` } }],
    ['DELETE', `/labels/${label.key}/${label.value}`],
    ['PUT', `/sources/${source}/labels`, { labels }],
    ['PUT', `/gatehouse/spaces/${space}/labels`, { labels }],
    ['POST', '/gatehouse/tokens', { description: `token ${a}`, role: 'Member' }],
  ];
  const [method, path, body] = pick(calls, what);
  return write(sandbox, method, path, body);
}

const number = fc.nat(10_000);
const steps = fc.array(fc.record({ what: number, a: number, b: number, c: number }), {
  minLength: 1,
  maxLength: 12,
});

describe('a second sync', () => {
  it('reads far less when nothing happened, and gives the same', async () => {
    const sandbox = await sandboxed();
    const first = await syncOnce(sandbox);
    const second = await syncOnce(sandbox, { base: first.snapshot });
    expect(second.plan).toBe('incremental');
    expect(second.paths.length).toBeLessThan(first.paths.length / 8);
    expect(second.paths.filter((path) => path.startsWith('/users/') || path.startsWith('/groups/'))).toEqual(
      [],
    );
    expect(second.snapshot.fingerprint).toBe(first.snapshot.fingerprint);
    expect(contentOf(second.snapshot)).toEqual(contentOf(first.snapshot));
    expect(second.snapshot.fullReadAt).toBe(first.snapshot.fullReadAt);
    expect(Date.parse(second.snapshot.completedAt)).toBeGreaterThanOrEqual(
      Date.parse(first.snapshot.completedAt),
    );
  });

  it('gives what a full one gives, after whatever was written in between', { timeout: 120_000 }, async () => {
    let accepted = 0;
    let incremental = 0;
    let requests = { incremental: 0, full: 0 };
    const plans = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 3 }), async (rounds) => {
        const sandbox = await sandboxed();
        let base = (await syncOnce(sandbox)).snapshot;
        for (const round of rounds) {
          for (const step of round) if ((await make(sandbox, base, step)) < 300) accepted += 1;
          const changed = await syncOnce(sandbox, { base });
          const whole = await syncOnce(sandbox, { base, full: true });
          expect(contentOf(changed.snapshot)).toEqual(contentOf(whole.snapshot));
          expect(changed.snapshot.fingerprint).toBe(whole.snapshot.fingerprint);
          plans.add(changed.plan);
          if (changed.plan === 'incremental') incremental += 1;
          requests = {
            incremental: requests.incremental + changed.paths.length,
            full: requests.full + whole.paths.length,
          };
          base = changed.snapshot;
        }
        await sandbox.close();
      }),
      { numRuns: 25, seed: 20_261_123 },
    );
    // The test is about incremental syncs after real changes: it must have seen many.
    expect(accepted).toBeGreaterThan(80);
    expect(incremental).toBeGreaterThan(30);
    expect(requests.incremental).toBeLessThan(requests.full / 3);
    expect([...plans]).toEqual(expect.arrayContaining(['incremental']));
  });

  it('would not notice a change of grants without the trail, so the test above can fail', async () => {
    const sandbox = await sandboxed();
    const { snapshot: base } = await syncOnce(sandbox);
    const user = base.members.find(({ grants }) =>
      grants?.every(({ roleName }) => roleName !== 'Workspace Owner'),
    );
    const source = base.roles.find(({ name }) => name === 'Source Admin');
    const resources = [{ id: ownerOf(sandbox).id, type: 'WORKSPACE', labels: [] }];
    const status = await write(sandbox, 'PUT', `/users/${user?.id}/permissions`, {
      permissions: [{ roleId: source?.id, resources }],
    });
    expect(status).toBe(200);
    const blind = await syncOnce(sandbox, {
      base,
      intercept: (_method, path) =>
        path === '/audit-events' ? dataAnswer({ events: [], pagination: { current: '1' } }) : undefined,
    });
    const seeing = await syncOnce(sandbox, { base });
    const whole = await syncOnce(sandbox, { base, full: true });
    expect(blind.snapshot.fingerprint).not.toBe(whole.snapshot.fingerprint);
    expect(seeing.snapshot.fingerprint).toBe(whole.snapshot.fingerprint);
    expect(seeing.paths.filter((path) => path.startsWith('/users/'))).toEqual([`/users/${user?.id}`]);
  });
});

describe('a trail that names members only', () => {
  it('is enough to find the groups that they came into or went out of', async () => {
    const sandbox = await sandboxed();
    const { snapshot: base } = await syncOnce(sandbox);
    const [one, two] = base.groups.filter(({ memberIds }) => (memberIds ?? []).length > 1);
    const outside = base.members.find(({ id }) => !one?.memberIds?.includes(id));
    const inside = base.members.find(({ id }) => two?.memberIds?.includes(id));
    if (outside === undefined || inside === undefined) throw new Error('the sandbox has no such members');
    expect(await write(sandbox, 'POST', `/groups/${one?.id}/users`, { emails: [outside.email] })).toBe(200);
    const leaving = `emails.0=${encodeURIComponent(inside.email)}`;
    expect(await write(sandbox, 'DELETE', `/group/${two?.id}/users?${leaving}`)).toBe(200);
    const event = (type: string, resourceId: string) => ({
      id: `events/${resourceId}`,
      timestamp: '2026-11-23 12:00:00+00:00',
      type,
      resourceId,
      resourceType: 'user',
    });
    const events = [
      event('User Added To User Group', outside.id),
      event('User Removed From User Group', inside.id),
    ];
    // Counts that stay the same must not be what finds them.
    const groups = base.groups.map(({ id, name, memberCount }) => ({ id, name, memberCount }));
    const counts = { userGroups: groups, pagination: { current: '1' } };
    const intercept = (_method: string, path: string) => {
      if (path === '/groups') return dataAnswer(counts);
      return path === '/audit-events' ? dataAnswer({ events, pagination: { current: '1' } }) : undefined;
    };
    const changed = await syncOnce(sandbox, { base, intercept });
    const whole = await syncOnce(sandbox, {
      base,
      full: true,
      intercept: (method, path) => (path === '/groups' ? intercept(method, path) : undefined),
    });
    expect(changed.plan).toBe('incremental');
    expect(contentOf(changed.snapshot)).toEqual(contentOf(whole.snapshot));
    expect(changed.snapshot.fingerprint).not.toBe(base.fingerprint);
    expect(changed.paths.filter((path) => /^\/groups\/.*\/users$/.test(path))).toHaveLength(2);
  });
});

describe('a second sync reads everything', () => {
  const event = (type: string, resourceId = 'x', resourceType = 'thing') => ({
    id: `events/${type}`,
    timestamp: '2026-11-23 12:00:00+00:00',
    type,
    actor: 'someone',
    resourceId,
    resourceType,
    resourceName: '',
  });
  const trail = (...events: object[]) => dataAnswer({ events, pagination: { current: '1' } });
  const HOUR = 3_600_000;

  it.each<[string, string, () => Response]>([
    ['when the trail may not be read', 'trailUnreadable', () => errorAnswer(401)],
    ['when there is no trail', 'trailUnreadable', () => errorAnswer(404)],
    ['when the trail is malformed', 'trailUnreadable', () => trail({ id: 'e' })],
    [
      'when the trail goes round in circles',
      'trailUnreadable',
      () => dataAnswer({ events: [], pagination: { current: '1', next: '1' } }),
    ],
    [
      'after an event that it does not know',
      'unknownEvent',
      () => trail(event('Role Assignment Reshuffled')),
    ],
    [
      'after an event about nobody it knows',
      'unresolvedEvent',
      () => trail(event('Policy Created', 'pol_1', 'policy')),
    ],
    [
      'after too many events',
      'tooManyEvents',
      () => trail(...Array.from({ length: 5001 }, () => event('Source Modified'))),
    ],
  ])('%s', async (_title, why, answer) => {
    const sandbox = await sandboxed();
    const { snapshot: base } = await syncOnce(sandbox);
    const { plan, snapshot } = await syncOnce(sandbox, {
      base,
      intercept: (_method, path) => (path === '/audit-events' ? answer() : undefined),
    });
    expect(plan).toBe(why);
    expect(snapshot.fingerprint).toBe(base.fingerprint);
    expect(snapshot.fullReadAt).toBe(snapshot.startedAt);
  });

  it('when asked to, and when the base is a day old', async () => {
    const sandbox = await sandboxed();
    const { snapshot: base } = await syncOnce(sandbox);
    expect((await syncOnce(sandbox, { base, full: true })).plan).toBe('asked');
    const old = { ...base, fullReadAt: new Date(Date.now() - 24 * HOUR - 1000).toISOString() };
    expect((await syncOnce(sandbox, { base: old })).plan).toBe('tooOld');
    const young = { ...base, fullReadAt: new Date(Date.now() - 24 * HOUR + 60_000).toISOString() };
    expect((await syncOnce(sandbox, { base: young })).plan).toBe('incremental');
  });

  it('when the clocks do not fit', async () => {
    const sandbox = await sandboxed();
    const { snapshot: base } = await syncOnce(sandbox);
    const ahead = { ...base, startedAt: new Date(Date.now() + HOUR).toISOString() };
    expect((await syncOnce(sandbox, { base: ahead })).plan).toBe('clock');
    expect((await syncOnce(sandbox, { base, now: () => Date.now() + HOUR })).plan).toBe('clock');
    expect((await syncOnce(sandbox, { base, now: () => Date.now() - HOUR })).plan).toBe('clock');
    const withoutDate = await syncOnce(sandbox, {
      base,
      intercept: (_method, path) =>
        path === '/' ? Response.json({ data: { workspace: base.workspace } }) : undefined,
    });
    expect(withoutDate.plan).toBe('clock');
  });

  it('when a role has another name', async () => {
    const sandbox = await sandboxed();
    const { snapshot: base } = await syncOnce(sandbox);
    const renamed = { ...base, roles: base.roles.map((role) => ({ ...role, name: `${role.name}!` })) };
    expect((await syncOnce(sandbox, { base: renamed })).plan).toBe('rolesChanged');
  });

  it('but fails when the trail fails as the network does', async () => {
    const sandbox = await sandboxed();
    const { snapshot: base } = await syncOnce(sandbox);
    const intercept = (_method: string, path: string) =>
      path === '/audit-events' ? errorAnswer(500) : undefined;
    await expect(syncOnce(sandbox, { base, intercept })).rejects.toMatchObject({ kind: 'serverError' });
  });

  it('asks the trail from ten minutes before the base began', async () => {
    const sandbox = await sandboxed();
    const { snapshot: base } = await syncOnce(sandbox);
    const asked: (string | null)[] = [];
    await syncOnce(sandbox, {
      base,
      intercept: (_method, path, url) => {
        if (path === '/audit-events') asked.push(url.searchParams.get('startTime'));
        return undefined;
      },
    });
    const [startTime] = asked;
    expect(Date.parse(startTime ?? '')).toBe(
      Math.floor((Date.parse(base.startedAt) - 600_000) / 1000) * 1000,
    );
  });
});
