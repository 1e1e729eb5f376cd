import type { Grant, Group } from '@contract/snapshot';
import { lists, reads } from '../segment/endpoints';
import type { CallContext } from '../segment/request';
import type { WireGroup, WireUser } from '../segment/wire/people';
import { grantsOf } from '../snapshot/grants';
import { COLLECTION_WORDS, unreadDetail } from '../snapshot/reasons';
import { inParallel } from './in-parallel';
import { type DetailAnswer, failsAlone, type Reading, readDetail, requirePresent } from './reading';
import type { Reusable } from './reusable';

const NOT_FOUND = 404;

/** Says whether the group is there, after something of it was not found. */
async function isThere(reading: Reading, id: string, context: CallContext): Promise<boolean> {
  try {
    await reading.client.read(reads.group, { path: { groupId: id } }, context);
    return true;
  } catch (error) {
    return failsAlone(error).kind !== 'notFound';
  }
}

/** The value of an answer, or `null` for a part that could not be read of a group that exists. */
function valueOrNull<Data>(
  reading: Reading,
  detail: 'groupMembers' | 'groupInvites',
  id: string,
  answer: DetailAnswer<Data>,
): Data | null {
  if (answer.kind === 'read') return answer.data;
  if (answer.kind === 'gone') reading.unknowns.push(unreadDetail(detail, id, NOT_FOUND));
  return null;
}

/** Who is in the group; `null` when it does not exist any more. */
async function readPeople(
  reading: Reading,
  id: string,
  context: CallContext,
): Promise<{ users: readonly WireUser[] | null; invitedEmails: readonly string[] | null } | null> {
  const { client } = reading;
  const which = { path: { groupId: id } };
  const users = await readDetail(reading, 'groupMembers', id, context, () =>
    client.list(lists.groupUsers, which, context),
  );
  const invites = await readDetail(reading, 'groupInvites', id, context, () =>
    client.list(lists.groupInvites, which, context),
  );
  const missing = users.kind === 'gone' || invites.kind === 'gone';
  if (missing && !(await isThere(reading, id, context))) return null;
  return {
    users: valueOrNull(reading, 'groupMembers', id, users)?.entries ?? null,
    invitedEmails: valueOrNull(reading, 'groupInvites', id, invites)?.entries ?? null,
  };
}

/** The grants of a group whose list entry has none; `gone` when it does not exist any more. */
async function readGrants(
  reading: Reading,
  id: string,
  context: CallContext,
): Promise<readonly Grant[] | null | 'gone'> {
  const answer = await readDetail(reading, 'groupGrants', id, context, async () => {
    const { data } = await reading.client.read(reads.group, { path: { groupId: id } }, context);
    const { permissions } = data.userGroup;
    return grantsOf(requirePresent(permissions, `GET ${reads.group.path}`, 'data.userGroup.permissions'));
  });
  if (answer.kind === 'gone') return 'gone';
  return answer.kind === 'read' ? answer.data : null;
}

async function readGroup(
  reading: Reading,
  group: WireGroup,
  reusable: Reusable,
  context: CallContext,
): Promise<{ group: Group; users: readonly WireUser[] } | null> {
  const { id, name, memberCount, permissions } = group;
  const grants =
    permissions === undefined || permissions === null
      ? (reusable.groupGrants(group) ?? (await readGrants(reading, id, context)))
      : grantsOf(permissions);
  if (grants === 'gone') return null;
  const facts = { id, name, memberCount, grants: grants === null ? null : [...grants] };
  const known = reusable.groupMembers(group);
  if (known !== null) return { group: { ...known, ...facts }, users: [] };
  const people = await readPeople(reading, id, context);
  if (people === null) return null;
  const { users, invitedEmails } = people;
  return {
    group: {
      ...facts,
      memberIds: users?.map((user) => user.id) ?? null,
      invitedEmails: invitedEmails === null ? null : [...invitedEmails],
    },
    users: users ?? [],
  };
}

/** The groups, and members who were seen in them without being in the list of members. */
export interface ReadGroups {
  readonly groups: readonly Group[];
  readonly newcomers: readonly WireUser[];
}

/**
 * Reads what the list of groups does not show: who is in each, and its grants
 * where they are not in the list. Groups that are gone meanwhile are left out.
 *
 * @param listed the ids of the list of members
 */
export async function readGroups(
  reading: Reading,
  wire: readonly WireGroup[],
  reusable: Reusable,
  listed: ReadonlySet<string>,
): Promise<ReadGroups> {
  const { progress, context } = reading;
  const groups: Group[] = [];
  const newcomers = new Map<string, WireUser>();
  let done = 0;
  progress.begin(`members of ${COLLECTION_WORDS.groups}`, wire.length);
  await inParallel(wire, context.signal, async (entry, signal) => {
    const read = await readGroup(reading, entry, reusable, { ...context, signal });
    if (read !== null) groups.push(read.group);
    for (const user of read?.users ?? []) if (!listed.has(user.id)) newcomers.set(user.id, user);
    done += 1;
    progress.advance(done, wire.length);
  });
  return { groups, newcomers: [...newcomers.values()] };
}
