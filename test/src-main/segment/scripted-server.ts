import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import {
  createSegmentClient,
  type SegmentClient,
  type SegmentClientOptions,
} from '../../../src-main/segment/client';
import { sleep } from '../../../src-main/segment/sleep';

/** What a scripted server answers to one request. */
export interface Scripted {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** An object is sent as JSON. */
  readonly body?: string | object;
}
export type Script = (
  request: IncomingMessage,
  response: ServerResponse,
  count: number,
) => Scripted | undefined;

export interface ScriptedServer {
  readonly url: string;
  /** Method and URL of every request so far. */
  readonly requests: string[];
  readonly authorizations: (string | undefined)[];
}

/** A server on the loopback interface that closes with the test. A script that answers nothing has used `response`. */
export async function serve(script: Script): Promise<ScriptedServer> {
  const requests: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${decodeURIComponent(request.url ?? '')}`);
    authorizations.push(request.headers.authorization);
    const answer = script(request, response, requests.length);
    if (answer === undefined) return;
    const { status = 200, headers = {}, body = '' } = answer;
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}`, requests, authorizations };
}

/** The address of a port on which nobody listens. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${address.port}`;
}

/** Answers the given answers one after the other; the last one again and again. */
export function inTurn(...answers: readonly Scripted[]): Script {
  return (_request, _response, count) => answers[Math.min(count, answers.length) - 1];
}

export const TOKEN = 'sgp_Zk3vQ9xWtL2bN7pR5mYc8dHf4JgKs6Ta';

/** A client whose waits take no time; `waits` holds how long they would have been, in milliseconds. */
export function impatientClient(
  baseUrl: string,
  options: Partial<SegmentClientOptions> = {},
): { client: SegmentClient; waits: number[] } {
  const waits: number[] = [];
  let skipped = 0;
  const client = createSegmentClient({
    baseUrl,
    token: TOKEN,
    fetch,
    now: () => Date.now() + skipped,
    sleep: async (ms) => {
      waits.push(Math.round(ms));
      skipped += ms;
    },
    random: () => 0.5,
    ...options,
  });
  return { client, waits };
}

/** A client that really waits. */
export function patientClient(baseUrl: string, options: Partial<SegmentClientOptions> = {}): SegmentClient {
  return createSegmentClient({
    baseUrl,
    token: TOKEN,
    fetch,
    now: Date.now,
    sleep,
    random: () => 0,
    ...options,
  });
}

export const WORKSPACE = { data: { workspace: { id: 'w1', slug: 'acme', name: 'Acme' } } };
