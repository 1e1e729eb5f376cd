import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { requireFeature } from '../rules/plan';
import type { AuditName, AuditTarget } from '../state/audit-log';
import type { Bearer, TokenStore } from '../state/token-store';
import { ApiError, internalError, rateLimited, unauthorized } from './api-error';
import { readJson } from './body';
import type { Call, Route } from './call';
import type { FaultKind, FaultLine } from './faults';
import { requireLoopbackHost } from './loopback';
import { answerType } from './media-type';
import { type PageStyle, pageOf } from './paging';
import { Query } from './query';
import { RateLimiter } from './rate-limit';
import { BAD_GATEWAY, dataReply, errorReply, type Reply, send } from './reply';
import { type Match, Router } from './router';

/** What a listener works on. Times are in milliseconds. */
export interface ListenerOptions {
  readonly routes: readonly Route[];
  /** Paths that begin so never get a fault. */
  readonly spared: string;
  readonly tokens: TokenStore;
  readonly faults: FaultLine;
  readonly clock: () => number;
  readonly maxPage: number;
  /** How long the fault `slow` holds an answer back. */
  readonly slowMs: number;
  readonly hasAccount: (email: string) => boolean;
  /** Told of every exception that is a mistake of the sandbox itself; the client gets a 500. */
  readonly onUnexpectedError: (error: unknown) => void;
}

const pagedSchema = z.object({ pagination: z.looseObject({ current: z.string() }) });
const BEARER = /^Bearer +([^\s]+) *$/i;
/** The usual style of a list: it tells its total, and its first cursor is `MA==`. */
const USUAL_STYLE: PageStyle = { total: true, firstCursor: 0 };

/** Turns requests into answers: checks in a fixed order, then the handler, then the envelope. */
export class Listener {
  readonly #options: ListenerOptions;
  readonly #router: Router;
  readonly #limiter: RateLimiter;
  readonly #open = new Set<AbortController>();

  constructor(options: ListenerOptions) {
    this.#options = options;
    this.#router = new Router(options.routes);
    this.#limiter = new RateLimiter(options.clock);
  }

  /** Gives up on every answer that is still being waited for. */
  close(): void {
    for (const request of this.#open) request.abort();
  }

  /** Serves one request. Never rejects. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    const { signal } = gone;
    this.#open.add(gone);
    response.on('close', () => {
      gone.abort();
      this.#open.delete(gone);
    });
    try {
      const { match, query, fault } = this.#start(request);
      if (fault === 'drop') request.socket.resetAndDestroy();
      else {
        if (fault === 'slow') await wait(this.#options.slowMs, undefined, { signal });
        send(response, await this.#answer(request, match, query, fault, signal), fault === 'truncate');
      }
    } catch (error) {
      if (signal.aborted || request.socket.destroyed) return;
      send(response, this.#failure(error, {}), false);
    }
  }

  /** Host, path and method, and the fault that this request gets. */
  #start(request: IncomingMessage): { match: Match; query: Query; fault: FaultKind | undefined } {
    requireLoopbackHost(request.headers.host);
    const [path = '/', ...search] = (request.url ?? '/').split('?');
    const match = this.#router.find(request.method ?? 'GET', path);
    const spared = path.startsWith(this.#options.spared);
    const fault = spared ? undefined : this.#options.faults.take(match.route.list);
    return { match, query: new Query(search.join('?')), fault };
  }

  async #answer(
    request: IncomingMessage,
    match: Match,
    query: Query,
    fault: FaultKind | undefined,
    signal: AbortSignal,
  ): Promise<Reply> {
    if (fault === '502html') return BAD_GATEWAY;
    let headers: Record<string, string> = {};
    try {
      if (fault === '429') throw rateLimited(1000, match.route.perMinute + 1);
      if (fault === '500') throw internalError();
      const bearer = this.#bearer(fault === '401' ? undefined : request.headers.authorization);
      const { route } = match;
      headers = this.#limiter.take(`${bearer.token.id} ${route.method} ${route.path}`, route.perMinute);
      if (route.access === 'owner' && bearer.token.role !== 'Owner') {
        throw unauthorized("this needs a Workspace Owner's token");
      }
      if (route.feature !== undefined) requireFeature(bearer.workspace, route.feature);
      const body = route.takesBody ? await readJson(request) : undefined;
      const { status, data } = await this.#handle(request, match, query, bearer, body, signal);
      const content = fault === 'loop' ? withRepeatedCursor(data) : data;
      return dataReply(status, answerType(request.headers.accept, route.versions), headers, content);
    } catch (error) {
      if (signal.aborted || request.socket.destroyed) throw error;
      return this.#failure(error, headers);
    }
  }

  #bearer(authorization: string | undefined): Bearer {
    const secret = BEARER.exec(authorization ?? '')?.[1];
    if (secret === undefined) throw unauthorized('a bearer token is needed');
    const bearer = this.#options.tokens.find(secret);
    if (bearer === undefined) throw unauthorized('the token is not valid');
    return bearer;
  }

  async #handle(
    request: IncomingMessage,
    { route, params }: Match,
    query: Query,
    { token, workspace }: Bearer,
    body: unknown,
    signal: AbortSignal,
  ): Promise<{ status: number; data: object }> {
    const { clock, maxPage, tokens, faults, hasAccount } = this.#options;
    const now = clock();
    const recorded: Array<{ type: AuditName; target: AuditTarget }> = [];
    let status: number = route.status;
    const call: Call = {
      workspace,
      token,
      headers: request.headers,
      query,
      body,
      now,
      signal,
      maxPage,
      tokens,
      faults,
      hasAccount,
      param: (name) => {
        const value = params.get(name);
        if (value === undefined) throw new Error(`the path ${route.path} has no ${name}`);
        return value;
      },
      page: (rows, style = USUAL_STYLE) => pageOf(query, maxPage, rows, style),
      record: (type, target) => {
        if (!route.audit.includes(type)) throw new Error(`${route.path} does not declare ${type}`);
        recorded.push({ type, target });
      },
      setStatus: (other) => {
        status = other;
      },
    };
    const data = await route.handle(call);
    const by = { actor: `public-api-token/${token.id}`, email: token.createdBy };
    for (const { type, target } of recorded) workspace.audit.record(type, target, by, now);
    return { status, data };
  }

  #failure(error: unknown, headers: Readonly<Record<string, string>>): Reply {
    if (error instanceof ApiError) return errorReply(error, headers);
    this.#options.onUnexpectedError(error);
    return errorReply(internalError(), headers);
  }
}

/** The same answer, whose next cursor leads to the same page again. */
function withRepeatedCursor(data: object): object {
  const paged = pagedSchema.safeParse(data);
  if (!paged.success) return data;
  const { pagination } = paged.data;
  return { ...data, pagination: { ...pagination, next: pagination.current } };
}
