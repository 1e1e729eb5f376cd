import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';

/** What becomes of a request: `holdBefore` never reaches the sandbox, of `holdAnswer` only the answer is missing. */
export type Fate = 'pass' | 'holdBefore' | 'holdAnswer' | 'cut' | 401 | 403;

/** A request as the gateway saw it. */
export interface Seen {
  method: string;
  path: string;
}

/** A server between the app and a sandbox: it logs the writes and decides what becomes of each request. */
export interface Gateway {
  url: string;
  /** Every write that the app has sent, in order, whatever became of it. */
  writes: string[];
  /** Asked for each request; `write` counts the writes from 1, and is 0 for a read. */
  decide(fate: (seen: Seen & { write: number }) => Fate): void;
  /** Lets everything through from now on, also what was held before it reached the sandbox. */
  release(): void;
  close(): Promise<void>;
}

const pass = (): Fate => 'pass';

function refuse(response: ServerResponse, status: 401 | 403): void {
  const type = status === 401 ? 'unauthorized' : 'forbidden';
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ errors: [{ type, message: 'The token was revoked.' }] }));
}

/** Starts one in front of a sandbox. */
export async function startGateway(sandboxUrl: string): Promise<Gateway> {
  const writes: string[] = [];
  let fate: (seen: Seen & { write: number }) => Fate = pass;
  let held: (() => void)[] = [];

  const forward = (request: IncomingMessage, response: ServerResponse, body: Buffer, answered: boolean) => {
    const { method = 'GET', url = '/', headers } = request;
    const onward = send(`${sandboxUrl}${url}`, { method, headers }, (answer) => {
      if (!answered) {
        answer.resume();
        return;
      }
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => request.socket.resetAndDestroy());
    onward.end(body);
  };

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = 'GET', url = '/' } = request;
      const path = url.split('?')[0] ?? '/';
      const body = Buffer.concat(parts);
      if (method !== 'GET') writes.push(`${method} ${path}`);
      const decided = fate({ method, path, write: method === 'GET' ? 0 : writes.length });
      switch (decided) {
        case 'pass':
          forward(request, response, body, true);
          break;
        case 'holdBefore':
          held.push(() => forward(request, response, body, true));
          break;
        case 'holdAnswer':
          forward(request, response, body, false);
          break;
        case 'cut':
          request.socket.resetAndDestroy();
          break;
        case 401:
        case 403:
          refuse(response, decided);
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    writes,
    decide: (next) => {
      fate = next;
    },
    release: () => {
      fate = pass;
      for (const go of held) go();
      held = [];
    },
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      // Nothing comes in any more: what is open now is all there is.
      server.closeAllConnections();
      await closed;
    },
  };
}
