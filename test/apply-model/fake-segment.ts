import { SETTLE_UNANSWERED_MS } from '../../src-main/apply/settle-lost';
import { type Facets, FakeWorkspace, Refusal, THEM, US } from './fake-workspace';
import { listIn, property, textIn } from './wire-values';

/**
 * A small Public API in memory, written from the API's documentation and from nothing
 * of Gatehouse: one workspace, a virtual clock, an audit trail, and faults. It knows who
 * writes, so that a test can hold what applying did against what it says.
 */

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

export class FakeSegment extends FakeWorkspace {
  readonly commits: Commit[] = [];
  /** Requests that came in, limits not counted: `POST /groups {…}`. */
  readonly arrivals: string[] = [];
  requests = 0;
  foreignChanges = 0;
  #expected: Facets = this.facets();
  #seen: Facets = new Map();
  #late: { at: number; run: () => void }[] = [];

  /** Another admin changes something; refusals of their own do not matter here. */
  foreign(method: string, path: string, body: object | null): void {
    try {
      this.handle(method, path, new URLSearchParams(path.split('?')[1]), body, THEM);
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
    if (method === 'GET') return this.handle(method, path, query, content, US);
    const before = this.facets();
    const data = this.handle(method, path, query, content, US);
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
}
