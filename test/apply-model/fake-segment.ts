import { SETTLE_UNANSWERED_MS } from '../../src-main/apply/settle-lost';

/**
 * A small Public API in memory, written from the API's documentation and from nothing
 * of Gatehouse: one workspace, a virtual clock, an audit trail, and faults. It knows who
 * writes, so that a test can hold what applying did against what it says.
 */

export interface Permission {
  readonly roleId: string;
  readonly resources: readonly { id: string; type: string; labels?: readonly LabelText[] }[];
}
interface LabelText {
  readonly key: string;
  readonly value: string;
}
interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  permissions: Permission[];
}
interface Team {
  readonly id: string;
  name: string;
  readonly members: Set<string>;
  readonly invited: Set<string>;
  permissions: Permission[];
  readonly by: string;
}

export const US = 'public-api-token/ours';
export const THEM = 'users/somebody-else';

/** What goes wrong with one request. `late`: it is dropped, and done some time later. */
export const FAULTS = [
  '429',
  '500',
  '500done',
  '502',
  'drop',
  'dropDone',
  'late',
  'truncate',
  '401',
  'kill',
  'killDone',
] as const;
export type FaultName = (typeof FAULTS)[number];

/** A write of ours that took effect. */
export interface Commit {
  readonly method: string;
  readonly path: string;
  readonly body: string | null;
  /** Parts of the target that somebody else had changed since they were shown, although that could be read. */
  readonly undone: readonly string[];
  /** Parts that somebody else changed after the last reading. */
  readonly overwritten: readonly string[];
}

type Facets = Map<string, string>;

class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const list = (key: string, entries: readonly unknown[]) => ({
  [key]: entries,
  pagination: { current: 'MA==', totalEntries: entries.length },
});

export class FakeSegment {
  now = Date.UTC(2026, 0, 1);
  readonly people = new Map<string, Person>();
  readonly teams = new Map<string, Team>();
  readonly labels = new Set<string>();
  readonly sources = new Map<string, Set<string>>();
  readonly invites = new Set<string>();
  readonly events: { id: string; time: number; type: string; resourceId: string; actor: string }[] = [];
  readonly commits: Commit[] = [];
  /** Requests that came in, limits not counted: `POST /groups {…}`. */
  readonly arrivals: string[] = [];
  requests = 0;
  foreignChanges = 0;
  #ids = 0;
  #expected: Facets = new Map();
  #seen: Facets = new Map();
  #late: { at: number; run: () => void }[] = [];

  constructor() {
    for (const n of [1, 2, 3]) {
      this.people.set(`u${n}`, {
        id: `u${n}`,
        name: `User ${n}`,
        email: `u${n}@acme.example`,
        permissions: [],
      });
      this.sources.set(`s${n}`, new Set());
    }
    const all = { id: 'w1', type: 'WORKSPACE', labels: [] };
    this.#person('u1').permissions.push({ roleId: 'owner', resources: [all] });
    this.#person('u2').permissions.push({ roleId: 'sourceAdmin', resources: [{ id: 's1', type: 'SOURCE' }] });
    for (const text of ['brand:a', 'brand:b', 'team:x']) this.labels.add(text);
    this.sources.get('s1')?.add('brand:a');
    this.#addTeam('Analysts', 'setup', ['u2']).permissions.push({
      roleId: 'sourceRead',
      resources: [{ id: 'w1', type: 'WORKSPACE', labels: [{ key: 'brand', value: 'a' }] }],
    });
    this.#addTeam('Builders', 'setup', ['u2', 'u3']);
    this.invites.add('i1@acme.example');
    this.#expected = this.facets();
  }

  #person(id: string): Person {
    const found = this.people.get(id);
    if (found === undefined) throw new Refusal(404, 'no such user');
    return found;
  }

  #team(id: string): Team {
    const found = this.teams.get(id);
    if (found === undefined) throw new Refusal(404, 'no such group');
    return found;
  }

  #addTeam(name: string, by: string, members: readonly string[] = []): Team {
    this.#ids += 1;
    const team = {
      id: `g${this.#ids}`,
      name,
      members: new Set(members),
      invited: new Set<string>(),
      permissions: [],
      by,
    };
    this.teams.set(team.id, team);
    return team;
  }

  /** Every part of the workspace that a write can be about, as text. */
  facets(): Facets {
    const facets: Facets = new Map();
    const grants = (permissions: readonly Permission[]) =>
      permissions
        .map((each) => JSON.stringify(each))
        .sort()
        .join();
    for (const { id, permissions } of this.people.values()) facets.set(`user/${id}`, grants(permissions));
    for (const { id, name, members, permissions } of this.teams.values()) {
      facets.set(`groupGrants/${id}`, grants(permissions));
      facets.set(`groupName/${id}`, name);
      facets.set(`groupMembers/${id}`, [...members].sort().join());
      facets.set(`named/${name}`, `${facets.get(`named/${name}`) ?? ''} ${id}`);
    }
    for (const [id, labels] of this.sources) facets.set(`source/${id}`, [...labels].sort().join());
    for (const text of this.labels) facets.set(`label/${text}`, 'there');
    for (const email of this.invites) facets.set(`invite/${email}`, 'there');
    return facets;
  }

  /** Another admin changes something; refusals of their own do not matter here. */
  foreign(method: string, path: string, body: object | null): void {
    try {
      this.#handle(method, path, new URLSearchParams(path.split('?')[1]), body, THEM);
      this.foreignChanges += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  /** Lets time pass; writes that were on their way arrive. */
  pass(ms: number): void {
    const until = this.now + ms;
    for (;;) {
      const next = this.#late.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
      if (next === undefined) break;
      this.#late = this.#late.filter((each) => each !== next);
      this.now = Math.max(this.now, next.at);
      next.run();
    }
    this.now = until;
  }

  /** One request of ours. `'dead'`: the process ended while it waited for the answer. */
  request(
    method: string,
    url: string,
    body: string | null,
    fault: FaultName | null,
  ): Response | 'dead' | 'dropped' {
    this.requests += 1;
    this.pass(50);
    const { pathname, searchParams, search } = new URL(url);
    const error = (status: number) =>
      this.#answer(status, { errors: [{ type: 'x', message: 'as the test wants it' }] });
    if (fault === '429') return error(429);
    if (fault === '401') return error(401);
    if (method !== 'GET') this.arrivals.push(`${method} ${pathname}${search} ${body ?? ''}`);
    if (fault === '500') return error(500);
    if (fault === '502') return error(502);
    if (fault === 'drop') return 'dropped';
    if (fault === 'kill') return 'dead';
    const perform = (shown: Facets = this.#seen): Response => {
      try {
        const data = this.#perform(method, pathname, search, searchParams, body, shown);
        return this.#answer(method === 'POST' && /^\/(invites|labels)$/.test(pathname) ? 201 : 200, { data });
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        return error(refusal.status);
      }
    };
    if (fault === 'late') {
      if (method !== 'GET') {
        const at = this.now + 1000 + ((this.requests * 7919) % (SETTLE_UNANSWERED_MS - 10_000));
        // Whatever is read until it arrives, it was sent after what was read before.
        const shown = new Map(this.#seen);
        this.#late.push({ at, run: () => void perform(shown) });
      }
      return 'dropped';
    }
    const before = method === 'GET' ? this.facets() : null;
    const response = perform();
    switch (fault) {
      case '500done':
        return error(500);
      case 'dropDone':
        return 'dropped';
      case 'killDone':
        return 'dead';
      case 'truncate':
        return new Response('{"data": {"stat', { status: response.status });
      case null:
        if (before !== null && response.ok) this.#remember(pathname, before);
        return response;
    }
  }

  #answer(status: number, body: object): Response {
    return new Response(JSON.stringify(body), {
      status,
      headers: { Date: new Date(this.now).toUTCString() },
    });
  }

  /** What of the workspace an answered reading has shown. */
  #remember(path: string, facets: Facets): void {
    const [, area = '', id = '', part] = path.split('/');
    const shown = (name: string): boolean => {
      const [kind = '', of] = name.split('/');
      if (area === 'users') return kind === 'user' && of === id;
      if (area === 'groups' && id === '') return kind === 'named';
      if (area === 'groups' && part === 'users') return kind === 'groupMembers' && of === id;
      if (area === 'groups') return part === undefined && /^group(Grants|Name)$/.test(kind) && of === id;
      if (area === 'sources') return kind === 'source' && of === id;
      if (area === 'labels') return kind === 'label';
      return area === 'invites' && kind === 'invite';
    };
    for (const name of new Set([...facets.keys(), ...this.#seen.keys(), ...this.#expected.keys()])) {
      if (shown(name)) this.#seen.set(name, facets.get(name) ?? 'none');
    }
    // A list shows also what is not in it.
    if (area === 'groups' && id === '') this.#listed.add('named');
    if (area === 'labels') this.#listed.add('label');
    if (area === 'invites') this.#listed.add('invite');
  }
  readonly #listed = new Set<string>();

  #perform(
    method: string,
    path: string,
    search: string,
    query: URLSearchParams,
    body: string | null,
    shown: Facets,
  ): object {
    const content: unknown = body === null ? null : JSON.parse(body);
    if (method === 'GET') return this.#handle(method, path, query, content, US);
    const before = this.facets();
    const data = this.#handle(method, path, query, content, US);
    const after = this.facets();
    const undone: string[] = [];
    const overwritten: string[] = [];
    const about = this.#about(method, path, query, content);
    for (const name of about) {
      const now = before.get(name) ?? 'none';
      const expected = this.#expected.get(name) ?? 'none';
      if (now === expected) continue;
      const seen = shown.get(name) ?? (this.#listed.has(name.split('/')[0] ?? '') ? 'none' : undefined);
      if (seen !== expected) undone.push(`${name}: shown ${expected}, read ${seen}, there ${now}`);
      else overwritten.push(name);
    }
    this.commits.push({ method, path: `${path}${search}`, body, undone, overwritten });
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      const left = after.get(name);
      if (before.get(name) === left && !about.includes(name)) continue;
      if (left === undefined) this.#expected.delete(name);
      else this.#expected.set(name, left);
    }
    return data;
  }

  /** The parts that a write is about. */
  #about(method: string, path: string, query: URLSearchParams, body: unknown): string[] {
    const [, area = '', id = '', part] = path.split('/');
    const names = [...query.values()];
    if (area === 'users') return id === '' ? names.map((each) => `user/${each}`) : [`user/${id}`];
    if (area === 'group' || part === 'users') return [`groupMembers/${id}`];
    if (area === 'groups' && part === 'permissions') return [`groupGrants/${id}`];
    if (area === 'groups' && method === 'DELETE') {
      return [`groupGrants/${id}`, `groupName/${id}`, `groupMembers/${id}`];
    }
    if (area === 'groups' && method === 'PATCH') return [`groupName/${id}`];
    if (area === 'groups') return [`named/${textIn(body, 'name')}`];
    if (area === 'sources') return [`source/${id}`];
    if (area === 'invites') {
      const emails =
        method === 'DELETE' ? names : listIn(body, 'invites').map((each) => textIn(each, 'email'));
      return emails.map((email) => `invite/${email}`);
    }
    if (method === 'DELETE') return [`label/${id}:${part}`];
    const label = property(body, 'label');
    return [`label/${textIn(label, 'key')}:${textIn(label, 'value')}`];
  }

  #record(type: string, resourceId: string, actor: string): void {
    this.events.unshift({ id: `events/${this.events.length}`, time: this.now, type, resourceId, actor });
  }

  #handle(method: string, fullPath: string, query: URLSearchParams, body: unknown, actor: string): object {
    const path = fullPath.split('?')[0] ?? '';
    const [, area = '', id = '', part, ...rest] = path.split('/').map(decodeURIComponent);
    const route = `${method} /${area}${id === '' ? '' : '/{id}'}${part === undefined ? '' : `/${area === 'labels' ? '{v}' : part}`}`;
    if (rest.length > 0) throw new Refusal(404, 'no such path');
    const done = (type: string, about: string) => {
      this.#record(type, about, actor);
      return { status: 'SUCCESS' };
    };
    const userView = (each: Person) => ({ ...each, permissions: each.permissions.map(permissionView) });
    const teamView = (each: Team, whole: boolean) => ({
      id: each.id,
      name: each.name,
      memberCount: each.members.size,
      ...(whole ? { permissions: each.permissions.map(permissionView) } : {}),
    });
    switch (route) {
      case 'GET /':
        return { workspace: { id: 'w1', slug: 'acme', name: 'Acme' } };
      case 'GET /users/{id}':
        return { user: userView(this.#person(id)) };
      case 'GET /groups':
        return list(
          'userGroups',
          [...this.teams.values()].map((each) => teamView(each, false)),
        );
      case 'GET /groups/{id}':
        return { userGroup: teamView(this.#team(id), true) };
      case 'GET /groups/{id}/users':
        return list(
          'users',
          [...this.#team(id).members].map((each) => this.#person(each)),
        );
      case 'GET /groups/{id}/invites':
        return list('emails', [...this.#team(id).invited]);
      case 'GET /labels':
        return { labels: [...this.labels].map(labelView) };
      case 'GET /invites':
        return list('invites', [...this.invites]);
      case 'GET /sources/{id}':
        return { source: this.#sourceView(id) };
      case 'GET /audit-events': {
        const start = Date.parse(query.get('startTime') ?? '');
        return list(
          'events',
          this.events
            .filter(({ time }) => Math.floor(time / 1000) * 1000 >= start)
            .map(({ time, ...event }) => ({
              ...event,
              timestamp: `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')}+00:00`,
              resourceType: 'x',
            })),
        );
      }
      case 'POST /users/{id}/permissions':
        this.#person(id).permissions.push(...permissionsIn(body));
        done('Policy Created', id);
        return { permissions: this.#person(id).permissions.map(permissionView) };
      case 'PUT /users/{id}/permissions':
        this.#person(id).permissions = permissionsIn(body);
        done('Policy Deleted', id);
        return { permissions: this.#person(id).permissions.map(permissionView) };
      case 'DELETE /users':
        for (const each of query.values()) {
          this.#person(each);
          this.people.delete(each);
          for (const team of this.teams.values()) team.members.delete(each);
          done('Group Memberships Deleted', each);
        }
        return { status: 'SUCCESS' };
      case 'POST /groups/{id}/permissions':
        this.#team(id).permissions.push(...permissionsIn(body));
        done('Policy Created', id);
        return { permissions: [] };
      case 'PUT /groups/{id}/permissions':
        this.#team(id).permissions = permissionsIn(body);
        done('Policy Deleted', id);
        return { permissions: [] };
      case 'POST /groups': {
        const made = this.#addTeam(textIn(body, 'name'), actor);
        done('User Group Created', made.id);
        return { userGroup: teamView(made, false) };
      }
      case 'PATCH /groups/{id}':
        this.#team(id).name = textIn(body, 'name');
        done('User Group Updated', id);
        return { userGroup: teamView(this.#team(id), false) };
      case 'DELETE /groups/{id}':
        this.#team(id);
        this.teams.delete(id);
        return done('User Group Deleted', id);
      case 'POST /groups/{id}/users':
        for (const email of emailsIn(body)) this.#team(id).members.add(this.#byEmail(email).id);
        done('Subjects Added to Group', id);
        return { userGroup: teamView(this.#team(id), false) };
      case 'PUT /group/{id}/users': {
        const { members } = this.#team(id);
        const wanted = emailsIn(body).map((email) => this.#byEmail(email).id);
        members.clear();
        for (const each of wanted) members.add(each);
        done('Subjects Added to Group', id);
        return { userGroup: teamView(this.#team(id), false) };
      }
      case 'DELETE /group/{id}/users':
        for (const email of query.values()) this.#team(id).members.delete(this.#byEmail(email).id);
        return done('Group Memberships Deleted', id);
      case 'POST /labels': {
        const label = property(body, 'label');
        const text = `${textIn(label, 'key')}:${textIn(label, 'value')}`;
        if (this.labels.has(text)) throw new Refusal(409, 'exists');
        this.labels.add(text);
        done('Label Created', text);
        return { label: labelView(text) };
      }
      case 'DELETE /labels/{id}/{v}':
        if (!this.labels.delete(`${id}:${part}`)) throw new Refusal(404, 'no such label');
        return done('Label Deleted', `${id}:${part}`);
      case 'POST /sources/{id}/labels':
      case 'PUT /sources/{id}/labels': {
        const worn = this.sources.get(id);
        if (worn === undefined) throw new Refusal(404, 'no such source');
        const wanted = listIn(body, 'labels').map(
          (each) => `${textIn(each, 'key')}:${textIn(each, 'value')}`,
        );
        if (wanted.some((text) => !this.labels.has(text))) throw new Refusal(422, 'no such label');
        if (method === 'PUT') worn.clear();
        for (const text of wanted) worn.add(text);
        // Replacing labels declares no event.
        if (method === 'POST' || actor !== US) done('Source Modified', id);
        return { labels: [...worn].map(labelView) };
      }
      case 'POST /invites': {
        const emails = listIn(body, 'invites').map((each) => textIn(each, 'email'));
        if (emails.some((email) => this.invites.has(email))) throw new Refusal(409, 'invited already');
        for (const email of emails) {
          this.invites.add(email);
          done('Non-Segment User Invited to Workspace', email);
        }
        return { emails };
      }
      case 'DELETE /invites':
        for (const email of query.values()) {
          if (!this.invites.delete(email)) throw new Refusal(404, 'no such invite');
          done('Invite Deleted', email);
        }
        return { status: 'SUCCESS' };
      default:
        throw new Error(`the fake does not have ${route}`);
    }
  }

  #sourceView(id: string): object {
    const worn = this.sources.get(id);
    if (worn === undefined) throw new Refusal(404, 'no such source');
    return {
      id,
      slug: id,
      name: id,
      workspaceId: 'w1',
      enabled: true,
      writeKeys: [],
      labels: [...worn].map(labelView),
      metadata: {
        id: 'm',
        name: 'Web',
        slug: 'web',
        description: '',
        logos: {},
        options: [],
        categories: [],
      },
    };
  }

  #byEmail(email: string): Person {
    const found = [...this.people.values()].find((each) => each.email === email);
    if (found === undefined) throw new Refusal(404, 'no such person');
    return found;
  }
}

function labelView(text: string): LabelText {
  const [key = '', value = ''] = text.split(':');
  return { key, value };
}

/** Segment tells the role's name and, for the workspace, a list of labels. */
function permissionView(permission: Permission): object {
  return { ...permission, roleName: ROLE_NAMES[permission.roleId] ?? permission.roleId };
}

export const ROLE_NAMES: Readonly<Record<string, string>> = {
  owner: 'Workspace Owner',
  sourceAdmin: 'Source Admin',
  sourceRead: 'Source Read-only',
};

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textIn(value: unknown, name: string): string {
  const text = property(value, name);
  if (typeof text !== 'string') throw new Error(`${name} is missing in ${JSON.stringify(value)}`);
  return text;
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const entries = property(value, name);
  if (!Array.isArray(entries)) throw new Error(`${name} is missing in ${JSON.stringify(value)}`);
  return entries;
}

const emailsIn = (body: unknown): string[] => listIn(body, 'emails').map(String);

function permissionsIn(body: unknown): Permission[] {
  return listIn(body, 'permissions').map((each) => ({
    roleId: textIn(each, 'roleId'),
    resources: listIn(each, 'resources').map((resource) => {
      const labels = property(resource, 'labels');
      return {
        id: textIn(resource, 'id'),
        type: textIn(resource, 'type'),
        ...(Array.isArray(labels)
          ? { labels: labels.map((label) => ({ key: textIn(label, 'key'), value: textIn(label, 'value') })) }
          : {}),
      };
    }),
  }));
}
