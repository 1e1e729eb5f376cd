import type { z } from 'zod';
import { addressOf, type PathParameters, type QueryParameters } from './address';
import type { Answer, Fetch, Outgoing } from './attempt';
import { extensions, type ListEndpoint, type SingleEndpoint } from './endpoints';
import { gather, type Listing, PAGE_SIZE, type Page, type PageHeard, pagesOf } from './paging';
import { type CallContext, createRequesting, type Sleep, send } from './request';
import { SegmentError } from './segment-error';
import { parseShape } from './shape';
import type { WireCreatedToken } from './wire/extensions';
import { type WriteAnswer, type WriteRequest, writeEndpointOf } from './writes';

/** What a client is made of. Whatever touches the world comes in as an argument. */
export interface SegmentClientOptions {
  /** As `resolveBaseUrl` gives it. */
  readonly baseUrl: string;
  readonly token: string;
  /** Node's fetch or that of an Electron session. */
  readonly fetch: Fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: Sleep;
  /** From 0 to 1, for the jitter of waits. */
  readonly random: () => number;
  /** How long one request may take, in milliseconds; 30,000 when left out. */
  readonly timeoutMs?: number;
  /** The largest answer that is read, in bytes; 32 MiB when left out. */
  readonly largestAnswer?: number;
}

/** Which of the things that an endpoint is about. */
export interface Which {
  readonly path?: PathParameters;
  readonly query?: QueryParameters;
  /** Entries in a page; 200 when left out. */
  readonly count?: number;
}

/** One thing, and the server's clock (milliseconds since 1970) where it tells it. */
export interface Single<Data> {
  readonly data: Data;
  readonly serverTime: number | null;
}

/**
 * The Public API with one token. Every method rejects with a SegmentError and
 * nothing else, and with `cancelled` at once when `context.signal` is aborted.
 * Reads are repeated by the rules of docs/sync.md; writes never blindly.
 */
export interface SegmentClient {
  readonly baseUrl: string;
  read<Data>(endpoint: SingleEndpoint<Data>, which?: Which, context?: CallContext): Promise<Single<Data>>;
  /** The pages of a list as they come. */
  pages<Entry>(
    endpoint: ListEndpoint<Entry>,
    which?: Which,
    context?: CallContext,
  ): AsyncIterable<Page<Entry>>;
  /**
   * A list read whole, each entry once. It is read once more when its cursors go
   * round in circles or when entries are missing from the total that the server
   * told: both happen to lists that change meanwhile.
   */
  list<Entry>(
    endpoint: ListEndpoint<Entry>,
    which?: Which,
    context?: CallContext,
    heard?: PageHeard,
  ): Promise<Listing<Entry>>;
  /**
   * Makes one write of access management or labels. It is sent once; only after
   * 429, which says that nothing was done, it is sent again. Any failure but a
   * refusal (4xx) leaves open whether it took effect.
   */
  write(request: WriteRequest, context?: CallContext): Promise<WriteAnswer>;
  /** The secret is in this answer only. Where the extensions are, and for owners' tokens. */
  createToken(
    token: { readonly description: string; readonly role: 'Owner' | 'Member' },
    context?: CallContext,
  ): Promise<WireCreatedToken>;
  /** The token stops working at once. Where the extensions are, and for owners' tokens. */
  revokeToken(id: string, context?: CallContext): Promise<void>;
}

const TIMEOUT_MS = 30_000;
const LARGEST_ANSWER = 32 * 1024 * 1024;

/** Makes a client. Nothing is sent before the first call. */
export function createSegmentClient(options: SegmentClientOptions): SegmentClient {
  const { baseUrl, token, fetch, now, sleep, random } = options;
  const wire = {
    fetch,
    token,
    now,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    largestAnswer: options.largestAnswer ?? LARGEST_ANSWER,
  };
  const requesting = createRequesting(wire, sleep, random);

  const ask = (
    method: Outgoing['method'],
    path: string,
    which: Which,
    context: CallContext,
    body?: unknown,
  ): Promise<Answer> =>
    send(
      requesting,
      {
        method,
        endpoint: `${method} ${path}`,
        url: addressOf(baseUrl, path, which.path, which.query),
        ...(body === undefined ? {} : { body }),
      },
      context,
    );

  const writeTo = async <Data>(
    method: 'POST' | 'DELETE',
    { path, data }: { path: string; data: z.ZodType<Data> },
    which: Which,
    context: CallContext,
    body?: unknown,
  ): Promise<Data> => {
    const answer = await ask(method, path, which, context, body);
    return parseShape(data, answer.data, `${method} ${path}`, ['data']);
  };

  const pages = <Entry>(endpoint: ListEndpoint<Entry>, which: Which = {}, context: CallContext = {}) =>
    pagesOf(endpoint, (cursor) =>
      ask(
        'GET',
        endpoint.path,
        {
          ...which,
          query: {
            ...which.query,
            ...(cursor === undefined ? {} : { 'pagination[cursor]': cursor }),
            'pagination[count]': String(which.count ?? PAGE_SIZE),
          },
        },
        context,
      ),
    );

  return {
    baseUrl,
    pages,
    read: async (endpoint, which = {}, context = {}) => {
      const answer = await ask('GET', endpoint.path, which, context);
      return {
        data: parseShape(endpoint.data, answer.data, `GET ${endpoint.path}`, ['data']),
        serverTime: answer.serverTime,
      };
    },
    list: async (endpoint, which, context, heard) => {
      try {
        const first = await gather(endpoint, pages(endpoint, which, context), heard);
        if (first.complete) return first;
      } catch (error) {
        if (!(error instanceof SegmentError) || error.kind !== 'endless') throw error;
      }
      return gather(endpoint, pages(endpoint, which, context), heard);
    },
    write: async ({ method, path, body }, context = {}) => {
      const target = writeEndpointOf({ method, path });
      const endpoint = `${method} ${target.path}`;
      const answer = await send(
        requesting,
        {
          method,
          endpoint,
          url: `${baseUrl}${path}`,
          ...(body === null ? {} : { body: JSON.parse(body) }),
        },
        context,
      );
      return parseShape(target.answer, answer.data, endpoint, ['data']);
    },
    createToken: (made, context = {}) => writeTo('POST', extensions.createToken, {}, context, made),
    revokeToken: async (id, context = {}) => {
      await writeTo('DELETE', extensions.revokeToken, { path: { tokenId: id } }, context);
    },
  };
}
