import type { IncomingHttpHeaders } from 'node:http';
import type { AuditName, AuditTarget } from '../state/audit-log';
import type { Token, TokenStore } from '../state/token-store';
import type { Feature, WorkspaceState } from '../state/workspace-state';
import type { FaultLine } from './faults';
import type { Version } from './media-type';
import type { PageStyle, PaginationOutput } from './paging';
import type { Query } from './query';

/** One request, past every check, as the handlers of the areas see it. */
export interface Call {
  readonly workspace: WorkspaceState;
  readonly token: Token;
  readonly headers: IncomingHttpHeaders;
  readonly query: Query;
  /** The parsed JSON body; undefined for GET and DELETE. */
  readonly body: unknown;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Aborted when the server closes or the client goes away. */
  readonly signal: AbortSignal;
  /** The largest page that this server gives. */
  readonly maxPage: number;
  readonly tokens: TokenStore;
  readonly faults: FaultLine;
  /** True for the address of somebody who has a Segment account (in any workspace of this server). */
  hasAccount(email: string): boolean;
  /** The decoded parameter of the path. */
  param(name: string): string;
  /** Cuts the page that the request asks for. */
  page<Row>(rows: readonly Row[], style?: PageStyle): { rows: readonly Row[]; pagination: PaginationOutput };
  /** Writes an audit event; only names that the route declares. */
  record(type: AuditName, target: AuditTarget): void;
  /** Answers with another status than the route's own. */
  setStatus(status: number): void;
}

/** Gives the content of `data`. */
export type Handler = (call: Call) => object | Promise<object>;

/** One endpoint: everything that is checked before its handler runs. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A template such as `/users/{userId}/groups`. */
  readonly path: string;
  readonly handle: Handler;
  /** The status of success. */
  readonly status: 200 | 201;
  /** `owner`: a Workspace Owner's token only; `member`: every token of the workspace. */
  readonly access: 'owner' | 'member';
  readonly perMinute: number;
  /** The feature that the workspace must have. */
  readonly feature?: Feature;
  /** Whether the request has a JSON body. DELETE never has, and connecting a source to a warehouse has not. */
  readonly takesBody: boolean;
  /** True where the answer is a paginated list. */
  readonly list: boolean;
  /** The audit events that the handler may write; every write writes at least one. */
  readonly audit: readonly AuditName[];
  readonly versions: readonly Version[];
}
