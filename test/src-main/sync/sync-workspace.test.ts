import { describe, expect, it } from 'vitest';
import { FAULT_KINDS } from '../../../src-main/sandbox/wire/faults';
import {
  contentOf,
  dataAnswer,
  errorAnswer,
  type Intercept,
  ownerOf,
  sandboxed,
  syncOnce,
} from './sandboxed';

const reasonsOf = (snapshot: { unknowns: readonly { subject: string; reason: string }[] }, subject: string) =>
  snapshot.unknowns.filter((each) => each.subject === subject).map(({ reason }) => reason);

describe('a sync', () => {
  it('reads everything, and what it counts is what it has', async () => {
    const { snapshot, plan } = await syncOnce(await sandboxed());
    expect(plan).toBe('noBase');
    expect(snapshot.workspace.slug).toBe('northwind');
    const counts = new Map(snapshot.reads.map(({ collection, entries }) => [collection, entries]));
    expect([...counts.keys()]).toHaveLength(11);
    expect(counts.get('members')).toBe(snapshot.members.length);
    expect(counts.get('invites')).toBe(snapshot.invites.length);
    expect(counts.get('groups')).toBe(snapshot.groups.length);
    expect(counts.get('roles')).toBe(snapshot.roles.length);
    expect(counts.get('labels')).toBe(snapshot.labels.length);
    const resources = [
      'sources',
      'destinations',
      'warehouses',
      'spaces',
      'trackingPlans',
      'functions',
    ] as const;
    expect(resources.map((each) => counts.get(each) ?? 0).reduce((a, b) => a + b)).toBe(
      snapshot.resources.length,
    );
    expect(snapshot.members.every(({ grants }) => grants !== null)).toBe(true);
    expect(snapshot.groups.some(({ memberIds }) => (memberIds ?? []).length > 1)).toBe(true);
    expect(new Set(snapshot.resources.map(({ type }) => type)).size).toBe(6);
    expect(snapshot.beyondApi).toMatchObject({ plan: 'business', actingToken: { role: 'Owner' } });
    expect(snapshot.resources.some((each) => each.type === 'SPACE' && (each.labels ?? []).length > 0)).toBe(
      true,
    );
  });

  it('gives the same snapshot with pages of 7 as with pages of 200', async () => {
    const [whole, small] = await Promise.all([sandboxed(), sandboxed({ maxPage: 7 })]);
    const [one, other] = [await syncOnce(whole), await syncOnce(small)];
    expect(other.paths.length).toBeGreaterThan(one.paths.length);
    expect(other.snapshot.members).toEqual(one.snapshot.members);
    expect(other.snapshot.groups).toEqual(one.snapshot.groups);
    expect(other.snapshot.resources).toEqual(one.snapshot.resources);
  });

  it('gives the same snapshot twice', async () => {
    const sandbox = await sandboxed();
    const [one, two] = [await syncOnce(sandbox), await syncOnce(sandbox, { full: true })];
    expect(contentOf(two.snapshot)).toEqual(contentOf(one.snapshot));
  });

  it('without extensions says unknown where the API is blind, and never asks for them', async () => {
    const { snapshot, paths } = await syncOnce(await sandboxed({ extensions: false }), { extensions: false });
    expect(paths.filter((path) => path.startsWith('/gatehouse'))).toEqual([]);
    expect(snapshot.beyondApi).toEqual({ plan: null, hipaaEligible: null, actingToken: null, tokens: null });
    for (const subject of ['tokens', 'plan', 'hipaaEligible', 'spaceLabels', 'invitePermissions']) {
      expect(reasonsOf(snapshot, subject)).toHaveLength(1);
    }
    expect(snapshot.resources.every((each) => each.type !== 'SPACE' || each.labels === null)).toBe(true);
  });

  it('takes extensions that went away as not there', async () => {
    const { snapshot } = await syncOnce(await sandboxed({ extensions: false }), { extensions: true });
    expect(snapshot.beyondApi.actingToken).toBeNull();
    expect(snapshot.resources.some((each) => each.type === 'SPACE')).toBe(true);
  });

  it('of a Free workspace leaves out what it has not, with the reason', async () => {
    const sandbox = await sandboxed();
    const { snapshot } = await syncOnce(sandbox, { token: ownerOf(sandbox, 2).token });
    expect(snapshot.beyondApi.plan).toBe('free');
    for (const subject of ['groups', 'spaces', 'functions', 'trackingPlans']) {
      expect(reasonsOf(snapshot, subject)).toEqual([
        expect.stringMatching(
          /could not be read: Segment answered 4\d\d\. The workspace may not have this feature\.$/,
        ),
      ]);
    }
    expect(snapshot.members.length).toBeGreaterThan(0);
  });

  it('with a Workspace Member’s token has no members, and says why', async () => {
    const sandbox = await sandboxed();
    const { snapshot } = await syncOnce(sandbox, { token: ownerOf(sandbox).memberToken });
    expect(snapshot.members).toEqual([]);
    expect(reasonsOf(snapshot, 'members')).toEqual([
      'Team members could not be read: Segment answered 401. The token may not be a Workspace Owner’s.',
    ]);
    expect(snapshot.resources.length).toBeGreaterThan(0);
  });

  it('never loses the members that the base has to a token that may not read them', async () => {
    const sandbox = await sandboxed();
    const { snapshot: base } = await syncOnce(sandbox);
    await expect(syncOnce(sandbox, { base, token: ownerOf(sandbox).memberToken })).rejects.toMatchObject({
      kind: 'forbidden',
      failure: { code: 'unauthorized' },
    });
  });

  it('refuses the token of another workspace', async () => {
    const sandbox = await sandboxed();
    const { snapshot: base } = await syncOnce(sandbox);
    await expect(syncOnce(sandbox, { base, token: ownerOf(sandbox, 1).token })).rejects.toThrow(
      /another workspace/,
    );
    await expect(syncOnce(sandbox, { workspaceId: 'other' })).rejects.toThrow(/another workspace/);
  });
});

describe('a list that fails', () => {
  const lists: [string, string, number][] = [
    ['/spaces', 'spaces', 404],
    ['/sources', 'sources', 422],
    ['/invites', 'invites', 403],
    ['/roles', 'roles', 401],
    ['/labels', 'labels', 404],
    ['/warehouses', 'warehouses', 400],
    ['/groups', 'groups', 404],
    ['/functions', 'functions', 404],
  ];
  it.each(lists)('with a refusal fails alone: %s', async (path, subject, status) => {
    const intercept: Intercept = (_method, asked) => (asked === path ? errorAnswer(status) : undefined);
    const { snapshot } = await syncOnce(await sandboxed(), { extensions: false, intercept });
    expect(reasonsOf(snapshot, subject)).toEqual([expect.stringContaining(`Segment answered ${status}`)]);
    expect(snapshot.reads.map(({ collection }) => String(collection))).not.toContain(subject);
    expect(snapshot.members.length).toBe(200);
  });

  it('with a malformed answer fails alone too', async () => {
    const intercept: Intercept = (_method, path) =>
      path === '/tracking-plans'
        ? dataAnswer({ trackingPlans: [{}], pagination: { current: '1' } })
        : undefined;
    const { snapshot } = await syncOnce(await sandboxed(), { intercept });
    expect(reasonsOf(snapshot, 'trackingPlans')).toEqual([
      'Tracking plans could not be read: the answer does not have the form that Segment describes.',
    ]);
  });

  it('with a server error fails the sync', async () => {
    const intercept: Intercept = (_method, path) => (path === '/spaces' ? errorAnswer(500) : undefined);
    await expect(syncOnce(await sandboxed(), { extensions: false, intercept })).rejects.toMatchObject({
      kind: 'serverError',
    });
  });

  it('that goes round in circles fails the sync', async () => {
    const intercept: Intercept = (_method, path) =>
      path === '/sources' ? dataAnswer({ sources: [], pagination: { current: '1', next: '1' } }) : undefined;
    await expect(syncOnce(await sandboxed(), { intercept })).rejects.toMatchObject({ kind: 'endless' });
  });

  it('does not mind types of functions that the server does not know', async () => {
    const intercept: Intercept = (_method, path, url) =>
      path === '/functions' && /INSERT_(SOURCE|TRANSFORMATION)/.test(url.search)
        ? errorAnswer(422)
        : undefined;
    const { snapshot } = await syncOnce(await sandboxed(), { intercept });
    expect(reasonsOf(snapshot, 'functions')).toEqual([]);
    expect(snapshot.resources.some((each) => each.type === 'FUNCTION')).toBe(true);
  });

  it('has no part of the functions when one type fails', async () => {
    const intercept: Intercept = (_method, path, url) =>
      path === '/functions' && url.search.includes('=INSERT_DESTINATION') ? errorAnswer(404) : undefined;
    const { snapshot } = await syncOnce(await sandboxed(), { intercept });
    expect(reasonsOf(snapshot, 'functions')).toHaveLength(1);
    expect(snapshot.resources.some((each) => each.type === 'FUNCTION')).toBe(false);
  });
});

describe('details that fail', () => {
  it('of a member: unknown grants, never none; a member who is gone is left out', async () => {
    const sandbox = await sandboxed();
    const { snapshot: whole } = await syncOnce(sandbox);
    const inGroup = whole.groups.flatMap(({ memberIds }) => memberIds ?? []);
    const [first, second, third] = [...new Set(inGroup)];
    const member = whole.members.find(({ id }) => id === third);
    const intercept: Intercept = (_method, path) => {
      if (path === `/users/${first}`) return errorAnswer(403);
      if (path === `/users/${second}`) return errorAnswer(404);
      // Without permissions an answer tells nothing of them.
      return path === `/users/${third}`
        ? dataAnswer({ user: { id: third, name: '', email: member?.email } })
        : undefined;
    };
    const { snapshot } = await syncOnce(sandbox, { intercept });
    const byId = new Map(snapshot.members.map((each) => [each.id, each]));
    expect(byId.get(first ?? '')?.grants).toBeNull();
    expect(byId.has(second ?? '')).toBe(false);
    expect(byId.get(third ?? '')?.grants).toBeNull();
    expect(snapshot.members).toHaveLength(whole.members.length - 1);
    expect(snapshot.groups.flatMap(({ memberIds }) => memberIds ?? [])).not.toContain(second);
    const noted = snapshot.unknowns.filter(({ subject }) => subject === 'memberGrants');
    expect(noted.map(({ id }) => id).toSorted()).toEqual([first, third].toSorted());
  });

  it('of a group: unknown members and invites, never none; a group that is gone is left out', async () => {
    const sandbox = await sandboxed();
    const { snapshot: whole } = await syncOnce(sandbox);
    const [first, second, third] = whole.groups.map(({ id }) => id);
    const intercept: Intercept = (_method, path) => {
      if (path === `/groups/${first}/users`) return errorAnswer(403);
      if (path === `/groups/${second}/invites`) return errorAnswer(404);
      return path.startsWith(`/groups/${third}`) ? errorAnswer(404) : undefined;
    };
    const { snapshot } = await syncOnce(sandbox, { intercept });
    const byId = new Map(snapshot.groups.map((each) => [each.id, each]));
    expect(byId.get(first ?? '')).toMatchObject({ memberIds: null, invitedEmails: expect.any(Array) });
    expect(byId.get(second ?? '')).toMatchObject({ memberIds: expect.any(Array), invitedEmails: null });
    expect(byId.has(third ?? '')).toBe(false);
    expect(reasonsOf(snapshot, 'groupMembers')).toEqual([
      'Segment answered 403 when asked for the members of this user group.',
    ]);
    expect(reasonsOf(snapshot, 'groupInvites')).toEqual([
      'Segment answered 404 when asked for the invites in this user group.',
    ]);
  });

  it('reads grants of groups one by one where the list has none', async () => {
    const sandbox = await sandboxed();
    const { snapshot: whole } = await syncOnce(sandbox);
    const bare = whole.groups.map(({ id, name, memberCount }) => ({ id, name, memberCount }));
    const intercept: Intercept = (_method, path) =>
      path === '/groups' ? dataAnswer({ userGroups: bare, pagination: { current: '1' } }) : undefined;
    const { snapshot } = await syncOnce(sandbox, { intercept });
    expect(contentOf(snapshot)).toEqual(contentOf(whole));
  });

  it('takes grants of members from the list where they are in it', async () => {
    const sandbox = await sandboxed();
    const resources = [{ id: ownerOf(sandbox).id, type: 'WORKSPACE', labels: [] }];
    const user = {
      id: 'u',
      name: '',
      email: 'u@example.com',
      permissions: [{ roleId: 'r', roleName: 'R', resources }],
    };
    const intercept: Intercept = (_method, path) => {
      if (path === '/users') return dataAnswer({ users: [user], pagination: { current: '1' } });
      return path === '/groups' ? dataAnswer({ userGroups: [], pagination: { current: '1' } }) : undefined;
    };
    const { snapshot, paths } = await syncOnce(sandbox, { intercept });
    expect(paths.filter((path) => path.startsWith('/users/'))).toEqual([]);
    expect(snapshot.members[0]?.grants).toEqual([{ roleId: 'r', roleName: 'R', scope: { kind: 'all' } }]);
  });

  it('finds a member who joined a group while the list was read', async () => {
    const sandbox = await sandboxed();
    const { snapshot: whole } = await syncOnce(sandbox);
    const someone = whole.groups.flatMap(({ memberIds }) => memberIds ?? [])[0];
    const users = whole.members
      .filter(({ id }) => id !== someone)
      .map(({ id, name, email }) => ({ id, name, email }));
    const intercept: Intercept = (_method, path) =>
      path === '/users' ? dataAnswer({ users, pagination: { current: '1' } }) : undefined;
    const { snapshot } = await syncOnce(sandbox, { intercept });
    expect(snapshot.members).toEqual(whole.members);
    expect(snapshot.groups).toEqual(whole.groups);
  });
});

describe('a token that is revoked in the middle', () => {
  it.each(['/sources', '/groups/', '/users/'])(
    'fails the sync at %s instead of emptying it',
    async (from) => {
      let refused = false;
      const intercept: Intercept = (_method, path) => {
        refused ||= path.startsWith(from);
        return refused ? errorAnswer(401) : undefined;
      };
      await expect(syncOnce(await sandboxed(), { intercept })).rejects.toMatchObject({
        kind: 'unauthorized',
        failure: { code: 'unauthorized' },
      });
    },
  );
});

it('a token that is revoked while details are refused fails the sync at its end', async () => {
  const sandbox = await sandboxed();
  const { snapshot } = await syncOnce(sandbox);
  const refused = snapshot.members.at(-1)?.id;
  let checks = 0;
  const intercept: Intercept = (_method, path) => {
    if (path === `/users/${refused}`) return errorAnswer(401);
    if (path !== '/') return undefined;
    checks += 1;
    return checks > 2 ? errorAnswer(401) : undefined;
  };
  await expect(syncOnce(sandbox, { intercept })).rejects.toMatchObject({ kind: 'unauthorized' });
  expect(checks).toBe(3);
});

describe('faults of the server', () => {
  it.each(FAULT_KINDS.filter((kind) => kind !== '401'))('do not change the snapshot: %s', async (kind) => {
    const sandbox = await sandboxed();
    const { snapshot: expected } = await syncOnce(sandbox);
    sandbox.addFault(kind, kind === 'loop' ? 1 : 2);
    const { snapshot, progress } = await syncOnce(sandbox, { full: true });
    expect(contentOf(snapshot)).toEqual(contentOf(expected));
    const last = progress.at(-1);
    expect(last?.rateLimitWaits).toBe(kind === '429' ? 2 : 0);
    expect(progress.some(({ waitingUntil }) => waitingUntil !== null)).toBe(kind === '429');
  });

  it('in the middle of the details do not either', async () => {
    const sandbox = await sandboxed();
    const { snapshot: expected } = await syncOnce(sandbox);
    let asked = 0;
    const intercept: Intercept = (_method, path) => {
      if (path.startsWith('/users/')) asked += 1;
      if (asked === 50) {
        asked += 1;
        for (const kind of ['500', '502html', 'drop', 'truncate', '401'] as const) sandbox.addFault(kind, 1);
      }
      return undefined;
    };
    const { snapshot } = await syncOnce(sandbox, { full: true, intercept });
    expect(asked).toBeGreaterThan(200);
    expect(contentOf(snapshot)).toEqual(contentOf(expected));
  });

  it('that stay fail the sync', async () => {
    const sandbox = await sandboxed();
    sandbox.addFault('500', 1000);
    await expect(syncOnce(sandbox)).rejects.toMatchObject({ kind: 'serverError' });
    sandbox.clearFaults();
    sandbox.addFault('401', 1000);
    await expect(syncOnce(sandbox)).rejects.toMatchObject({ kind: 'unauthorized' });
    sandbox.clearFaults();
    sandbox.addFault('loop', 1000);
    await expect(syncOnce(sandbox)).rejects.toMatchObject({ kind: 'endless' });
  });

  it('a server that is gone is offline', async () => {
    const sandbox = await sandboxed();
    await sandbox.close();
    await expect(syncOnce(sandbox)).rejects.toMatchObject({ failure: { code: 'offline' } });
  });
});

describe('cancelling a sync', () => {
  it.each(['/', '/sources', '/groups/', '/users/'])('ends it within a second: at %s', async (at) => {
    const sandbox = await sandboxed({ slowMs: 60_000 });
    const controller = new AbortController();
    let abortedAt = 0;
    const intercept: Intercept = (_method, path) => {
      if (abortedAt === 0 && (path === at || (at.length > 1 && path.startsWith(at)))) {
        sandbox.addFault('slow', 100);
        abortedAt = performance.now() + 50;
        setTimeout(() => controller.abort(), 50);
      }
      return undefined;
    };
    await expect(syncOnce(sandbox, { intercept, signal: controller.signal })).rejects.toMatchObject({
      kind: 'cancelled',
      failure: { code: 'cancelled' },
    });
    expect(performance.now() - abortedAt).toBeLessThan(1000);
  });

  it('ends it while a rate limit is waited out', async () => {
    const sandbox = await sandboxed();
    sandbox.addFault('429', 1000);
    const began = performance.now();
    await expect(syncOnce(sandbox, { signal: AbortSignal.timeout(200) })).rejects.toMatchObject({
      kind: 'cancelled',
    });
    expect(performance.now() - began).toBeLessThan(1200);
  });
});
