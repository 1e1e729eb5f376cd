import type { Group, Member } from '@contract/snapshot';
import { reads } from '../segment/endpoints';
import type { CallContext } from '../segment/request';
import type { WireUser } from '../segment/wire/people';
import { grantsOf } from '../snapshot/grants';
import { inParallel } from './in-parallel';
import { type Reading, readDetail, requirePresent } from './reading';
import type { Reusable } from './reusable';

/** A member by id. Without permissions the answer tells nothing: that is not the same as none. */
async function readUser(
  reading: Reading,
  id: string,
  context: CallContext,
): Promise<Member | 'gone' | 'unread'> {
  const answer = await readDetail(reading, 'memberGrants', id, context, async () => {
    const { data } = await reading.client.read(reads.user, { path: { userId: id } }, context);
    const { name, email, permissions } = data.user;
    const held = requirePresent(permissions, `GET ${reads.user.path}`, 'data.user.permissions');
    return { id, name, email, grants: grantsOf(held) };
  });
  return answer.kind === 'read' ? answer.data : answer.kind;
}

async function readMember(
  reading: Reading,
  user: WireUser,
  reusable: Reusable,
  context: CallContext,
): Promise<Member | null> {
  const { id, name, email, permissions } = user;
  if (permissions !== undefined && permissions !== null)
    return { id, name, email, grants: grantsOf(permissions) };
  const known = reusable.memberGrants(user);
  if (known !== null) return { id, name, email, grants: [...known] };
  const detail = await readUser(reading, id, context);
  if (detail === 'gone') return null;
  return { id, name, email, grants: detail === 'unread' ? null : detail.grants };
}

/**
 * Reads the grants of every member, which the list does not show. Members who
 * are gone meanwhile are left out.
 */
export async function readMembers(
  reading: Reading,
  users: readonly WireUser[],
  reusable: Reusable,
): Promise<Member[]> {
  const { progress, context } = reading;
  const members: Member[] = [];
  let done = 0;
  progress.begin('grants of team members', users.length);
  await inParallel(users, context.signal, async (user, signal) => {
    const member = await readMember(reading, user, reusable, { ...context, signal });
    if (member !== null) members.push(member);
    done += 1;
    progress.advance(done, users.length);
  });
  return members;
}

/** The groups without members who are gone meanwhile. */
export function withoutStrangers(groups: readonly Group[], members: readonly Member[]): Group[] {
  const present = new Set(members.map(({ id }) => id));
  return groups.map((group) => ({
    ...group,
    memberIds: group.memberIds?.filter((id) => present.has(id)) ?? null,
  }));
}
