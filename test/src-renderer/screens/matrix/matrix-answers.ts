import type { ChannelInput, ChannelOutput } from '@contract/channels';
import type { PrincipalHead, ResourceHead } from '@contract/matrix';

/** The fingerprint of everything here. */
export const FINGERPRINT = 'f'.repeat(64);

const none = { read: 0, admin: 0, unknown: 0, pii: 0 };

/** The head of the member of a line: `Member 7`. */
export function memberHead(line: number, changes: Partial<PrincipalHead> = {}): PrincipalHead {
  return {
    kind: 'member',
    subject: { kind: 'member', id: `m${line}` },
    name: `Member ${line}`,
    email: `m${line}@northwind.example`,
    size: 1,
    reach: none,
    ...changes,
  };
}

/** The head of the source of a line: `Source 7`. */
export function sourceHead(line: number): ResourceHead {
  return {
    kind: 'resource',
    subject: { kind: 'resource', id: `SOURCE:s${line}` },
    type: 'SOURCE',
    name: `Source ${line}`,
    labels: [],
    reach: none,
  };
}

/** Admin where both lines are equal, read where the resource is the next, unknown after that, else none. */
export function wordAt(principal: number, resource: number): number {
  return [0b1111, 0b0101, 0b1100][resource - principal] ?? 0;
}

/** What main answers for a matrix of these lines. */
export function windowOf(
  { principals, resources }: Pick<ChannelInput<'matrix.window'>, 'principals' | 'resources'>,
  lines: { principals: number; resources: number },
): ChannelOutput<'matrix.window'> {
  const down = span(principals, lines.principals);
  const across = span(resources, lines.resources);
  return {
    fingerprint: FINGERPRINT,
    principals: down.map((line) => memberHead(line)),
    resources: across.map((line) => sourceHead(line)),
    cells: Uint16Array.from(down.flatMap((one) => across.map((other) => wordAt(one, other)))),
  };
}

function span({ offset, limit }: { offset: number; limit: number }, lines: number): number[] {
  const length = Math.max(0, Math.min(limit, lines - offset));
  return Array.from({ length }, (_none, place) => offset + place);
}

/** What main says of a view of these lines. */
export function openedOf(principals: number, resources: number): ChannelOutput<'matrix.open'> {
  return {
    fingerprint: FINGERPRINT,
    principals: { lines: principals, shown: principals, of: 200 },
    resources: { lines: resources, shown: resources, of: 300 },
    cells: { admin: 10, read: 9, none: 100, unknown: 8, pii: 0 },
    unknowns: ['The labels of 8 spaces cannot be seen.'],
  };
}
