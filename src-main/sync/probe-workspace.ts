import { regionOf } from '../segment/base-url';
import type { SegmentClient } from '../segment/client';
import { extensions, lists, reads } from '../segment/endpoints';
import type { CallContext } from '../segment/request';
import { SegmentError, type SegmentErrorKind } from '../segment/segment-error';
import type { WireWorkspace } from '../segment/wire/people';

/** What a token opens. */
export interface ProbedWorkspace {
  readonly workspace: WireWorkspace;
  /** Whether the sandbox's extensions are there. */
  readonly extensions: boolean;
  /** The role of the token; `null` where the workspace does not tell. */
  readonly tokenRole: 'Owner' | 'Member' | null;
}

export interface ProbeInput {
  readonly client: SegmentClient;
  /** As `resolveBaseUrl` says; at Segment itself the extensions are never asked for. */
  readonly mayHaveExtensions: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Refusals and answers that mean: the extensions are not there. */
const ABSENT: readonly SegmentErrorKind[] = [
  'unauthorized',
  'forbidden',
  'notFound',
  'validation',
  'conflict',
  'serverError',
  'redirect',
  'badAnswer',
  'badShape',
];

/** What to do when the token is refused altogether. */
function refusedAdvice(baseUrl: string): string {
  switch (regionOf(baseUrl)) {
    case 'us':
      return 'Check that it was pasted whole and is still valid. If the workspace is in the EU region, choose EU.';
    case 'eu':
      return 'Check that it was pasted whole and is still valid. If the workspace is in the US region, choose US.';
    case null:
      return 'Check that it was pasted whole, is still valid, and belongs to a workspace of this server.';
  }
}

/** Says in other words what went wrong with the first request, which needs nothing but a valid token. */
function explainFirst(error: unknown, baseUrl: string): unknown {
  if (!(error instanceof SegmentError)) return error;
  const { kind, details } = error;
  if (kind === 'unauthorized' || kind === 'forbidden') {
    if (details.advice !== undefined) return error;
    const message = `The token was refused (${details.status ?? 401}).`;
    return new SegmentError('unauthorized', message, { ...details, advice: refusedAdvice(baseUrl) });
  }
  if (kind === 'notFound' || kind === 'validation' || kind === 'badAnswer' || kind === 'badShape') {
    return new SegmentError('badAnswer', 'There is a server at this address, but not Segment’s Public API.', {
      ...details,
      advice: 'Check the address.',
    });
  }
  return error;
}

async function requireAccessManagement(client: SegmentClient, context: CallContext): Promise<void> {
  try {
    // One entry is enough to see whether the token may.
    for await (const _page of client.pages(lists.users, { count: 1 }, context)) return;
  } catch (error) {
    if (!(error instanceof SegmentError)) throw error;
    if (error.kind !== 'unauthorized' && error.kind !== 'forbidden') throw error;
    throw new SegmentError(
      'forbidden',
      'The token works, but it may not read who has access: it is probably a Workspace Member’s.',
      {
        ...error.details,
        advice: 'Ask a Workspace Owner for a token with the Workspace Owner role, and add that one.',
      },
    );
  }
}

async function readExtensions(
  client: SegmentClient,
  context: CallContext,
): Promise<'Owner' | 'Member' | null> {
  try {
    return (await client.read(extensions.workspace, {}, context)).data.token.role;
  } catch (error) {
    if (error instanceof SegmentError && ABSENT.includes(error.kind)) return null;
    throw error;
  }
}

/**
 * Tries a token at once: which workspace it opens, whether it may read access
 * management, and whether the extensions are there.
 *
 * @throws SegmentError that says what to do: token refused (perhaps the other
 * region), token insufficient (`forbidden`), server not reached, not the Public API
 */
export async function probeWorkspace(input: ProbeInput): Promise<ProbedWorkspace> {
  const { client, signal } = input;
  const context: CallContext = { signal };
  let workspace: WireWorkspace;
  try {
    workspace = (await client.read(reads.workspace, {}, context)).data.workspace;
  } catch (error) {
    throw explainFirst(error, client.baseUrl);
  }
  await requireAccessManagement(client, context);
  const tokenRole = input.mayHaveExtensions ? await readExtensions(client, context) : null;
  return { workspace, extensions: tokenRole !== null, tokenRole };
}
