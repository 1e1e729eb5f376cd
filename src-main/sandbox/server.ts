import { createServer, type Server } from 'node:http';
import { buildDemo } from './demo/build-demo';
import type { Scale } from './demo/scale';
import { API_ROUTES, EXTENSION_PREFIX, EXTENSION_ROUTES } from './routes';
import { TokenStore } from './state/token-store';
import { type Fault, type FaultKind, FaultLine } from './wire/faults';
import { Listener } from './wire/listener';
import { LARGEST_PAGE } from './wire/paging';

/** How a sandbox is started; everything may be left out. */
export interface SandboxOptions {
  /** The port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** The size of the Business workspace; S is the default. */
  readonly scale?: Scale | undefined;
  /** Faults that the first requests get, in this order. */
  readonly faults?: readonly Fault[] | undefined;
  /** The largest page that is given, 1 to 1000 (the default). */
  readonly maxPage?: number | undefined;
  /** False: without `/gatehouse/…`, as at Segment itself. */
  readonly extensions?: boolean | undefined;
  /** The time in milliseconds since 1970; for tests of rate limits and of the audit trail. */
  readonly clock?: (() => number) | undefined;
  /** How long the fault `slow` holds an answer back, in milliseconds; 2000 is the default. */
  readonly slowMs?: number | undefined;
  /** Told of exceptions that are a mistake of the sandbox; a warning on stderr is the default. */
  readonly onUnexpectedError?: ((error: unknown) => void) | undefined;
}

/** A demo workspace and its two tokens, as the ready line of the command tells them. */
export interface SandboxWorkspace {
  readonly slug: string;
  readonly id: string;
  readonly plan: 'free' | 'team' | 'business';
  readonly hipaa: boolean;
  readonly ownerToken: string;
  readonly memberToken: string;
}

/** A running sandbox. Two of them share nothing. */
export interface Sandbox {
  /** Such as `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly workspaces: readonly SandboxWorkspace[];
  /** Makes the next `count` API requests fail in this way, after the faults that wait already. */
  addFault(kind: FaultKind, count: number): void;
  clearFaults(): void;
  /** Cuts every connection and frees the port. */
  close(): Promise<void>;
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}

/** Starts listening on the loopback interface; rejects when the port is taken. Answers the port. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'));
      else resolve(address.port);
    });
  });
}

/**
 * Starts a server that speaks Segment's Public API over three demo workspaces.
 * Everything is in memory and begins anew with each start.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? Date.now;
  const maxPage = options.maxPage ?? LARGEST_PAGE;
  if (!Number.isInteger(maxPage) || maxPage < 1 || maxPage > LARGEST_PAGE) {
    throw new RangeError(`the largest page must be from 1 to ${LARGEST_PAGE}`);
  }
  const tokens = new TokenStore();
  const faults = new FaultLine();
  for (const { kind, count } of options.faults ?? []) faults.add(kind, count);
  const demo = buildDemo(options.scale ?? 'S', tokens, clock());
  const listener = new Listener({
    routes: options.extensions === false ? API_ROUTES : [...API_ROUTES, ...EXTENSION_ROUTES],
    spared: EXTENSION_PREFIX,
    tokens,
    faults,
    clock,
    maxPage,
    slowMs: options.slowMs ?? 2000,
    hasAccount: (email) => demo.some(({ state }) => state.userByEmail(email) !== undefined),
    onUnexpectedError: options.onUnexpectedError ?? warn,
  });
  const server = createServer((request, response) => {
    void listener.serve(request, response);
  });
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}`,
    workspaces: demo.map(({ state, ownerToken, memberToken }) => ({
      slug: state.slug,
      id: state.id,
      plan: state.plan,
      hipaa: state.hipaaEligible,
      ownerToken,
      memberToken,
    })),
    addFault: (kind, count) => faults.add(kind, count),
    clearFaults: () => faults.clear(),
    close: () =>
      new Promise((resolve) => {
        listener.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
