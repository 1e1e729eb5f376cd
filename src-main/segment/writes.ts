import { z } from 'zod';
import { SegmentError } from './segment-error';
import { wireGroupSchema } from './wire/people';
import { wireLabelSchema } from './wire/permission';

/** A write as a plan holds it: `path` with its query, percent-encoded; `body` is JSON or `null`. */
export interface WriteRequest {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body: string | null;
}

/** What is taken from the answer to a write. All else is read again anyway. */
export interface WriteAnswer {
  /** The id of the group that was created; `null` for every other write. */
  readonly groupId: string | null;
}

interface WriteEndpoint {
  readonly method: WriteRequest['method'];
  /** A template such as `/users/{userId}/permissions`. */
  readonly path: string;
  readonly answer: z.ZodType<WriteAnswer>;
  /** Whether doing it twice leaves what doing it once leaves, and fails at worst. */
  readonly repeatable: boolean;
  /** Only the sandbox has it. */
  readonly extension: boolean;
}

const nothing = (): WriteAnswer => ({ groupId: null });
const status = z.object({ status: z.string() }).transform(nothing);
const group = z.object({ userGroup: wireGroupSchema }).transform(nothing);
const newGroup = z
  .object({ userGroup: wireGroupSchema })
  .transform(({ userGroup }): WriteAnswer => ({ groupId: userGroup.id }));
const permissions = z.object({ permissions: z.array(z.unknown()) }).transform(nothing);
const labels = z.object({ labels: z.array(wireLabelSchema) }).transform(nothing);
const label = z.object({ label: wireLabelSchema }).transform(nothing);
const emails = z.object({ emails: z.array(z.string()) }).transform(nothing);

function write(
  method: WriteRequest['method'],
  path: string,
  answer: z.ZodType<WriteAnswer>,
  more: { readonly repeatable?: boolean; readonly extension?: boolean } = {},
): WriteEndpoint {
  return { method, path, answer, repeatable: more.repeatable ?? true, extension: more.extension ?? false };
}

/**
 * Every write that Gatehouse makes of access management and labels; anything
 * else is refused. The singular `/group/` is Segment's. Not repeatable is what
 * could take effect twice: a group of the same name, an equal second permission.
 */
const WRITES: readonly WriteEndpoint[] = [
  write('POST', '/users/{userId}/permissions', permissions, { repeatable: false }),
  write('PUT', '/users/{userId}/permissions', permissions),
  write('DELETE', '/users', status),
  write('POST', '/groups', newGroup, { repeatable: false }),
  write('PATCH', '/groups/{groupId}', group),
  write('DELETE', '/groups/{groupId}', status),
  write('POST', '/groups/{groupId}/permissions', permissions, { repeatable: false }),
  write('PUT', '/groups/{groupId}/permissions', permissions),
  write('POST', '/groups/{groupId}/users', group),
  write('PUT', '/group/{groupId}/users', group),
  write('DELETE', '/group/{groupId}/users', status),
  write('POST', '/invites', emails, { repeatable: false }),
  write('DELETE', '/invites', status),
  write('POST', '/labels', label, { repeatable: false }),
  write('DELETE', '/labels/{key}/{value}', status),
  write('POST', '/sources/{sourceId}/labels', labels),
  write('PUT', '/sources/{sourceId}/labels', labels),
  write('POST', '/gatehouse/spaces/{spaceId}/labels', labels, { extension: true }),
  write('PUT', '/gatehouse/spaces/{spaceId}/labels', labels, { extension: true }),
];

function fits(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => {
      const there = given[index] ?? '';
      return part.startsWith('{') ? there !== '' && !/^(\.|%2e){1,2}$/i.test(there) : part === there;
    })
  );
}

/**
 * The endpoint that a write goes to.
 *
 * @throws SegmentError `validation` for one that Gatehouse does not make
 */
export function writeEndpointOf({ method, path }: Pick<WriteRequest, 'method' | 'path'>): WriteEndpoint {
  const [bare = ''] = path.split('?');
  const found = WRITES.find((each) => each.method === method && fits(each.path, bare));
  if (found === undefined || /[#\\\s]/.test(path)) {
    throw new SegmentError('validation', 'Gatehouse does not make such a write.');
  }
  return found;
}
