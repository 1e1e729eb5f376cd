import {
  emailsIn,
  labelView,
  listIn,
  type Permission,
  permissionsIn,
  permissionView,
  property,
  textIn,
} from './wire-values';

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

/** Every part of the workspace that a write can be about, as text by name. */
export type Facets = Map<string, string>;

/** How the audit trail names us, and somebody else. */
export const US = 'public-api-token/ours';
export const THEM = 'users/somebody-else';

/** A request that the fake refuses, with the status it answers. */
export class Refusal extends Error {
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

/** One workspace in memory, with what its endpoints do, written from the API's documentation alone. */
export class FakeWorkspace {
  now = Date.UTC(2026, 0, 1);
  readonly people = new Map<string, Person>();
  readonly teams = new Map<string, Team>();
  readonly labels = new Set<string>();
  readonly sources = new Map<string, Set<string>>();
  readonly invites = new Set<string>();
  readonly events: { id: string; time: number; type: string; resourceId: string; actor: string }[] = [];
  #ids = 0;

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

  #record(type: string, resourceId: string, actor: string): void {
    this.events.unshift({ id: `events/${this.events.length}`, time: this.now, type, resourceId, actor });
  }

  /** Does what a request says, for us or for somebody else. @throws Refusal */
  handle(method: string, fullPath: string, query: URLSearchParams, body: unknown, actor: string): object {
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
