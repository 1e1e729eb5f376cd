import type { LabelRef } from '@contract/snapshot';
import type { PlanStep, TargetState } from '../plan/plan';
import type { SegmentClient } from '../segment/client';
import { extensions, lists, reads } from '../segment/endpoints';
import type { CallContext } from '../segment/request';
import { SegmentError } from '../segment/segment-error';
import type { WirePermission } from '../segment/wire/permission';
import { grantsOf, labelRefs } from '../snapshot/grants';
import type { CreatedGroups, Remote, Seen } from './remote';

/** Audit events come with whole seconds. */
const SECOND = 1000;
/** Seconds are cut off on both sides; without the server's clock this machine's may be minutes wrong. */
const SLACK_MS = 2 * SECOND;
const SLACK_WITHOUT_CLOCK_MS = 600 * SECOND;

type Held = readonly WirePermission[] | null | undefined;

/** Grants that an answer left out are not none. */
function present(permissions: Held, endpoint: string): readonly WirePermission[] {
  if (permissions !== undefined && permissions !== null) return permissions;
  throw new SegmentError(
    'badShape',
    `The answer to GET ${endpoint} does not fit: the permissions are missing.`,
    {
      endpoint: `GET ${endpoint}`,
    },
  );
}

const isMissing = (error: unknown): boolean => error instanceof SegmentError && error.kind === 'notFound';

async function orGone<Data>(read: () => Promise<Data>): Promise<Data | null> {
  try {
    return await read();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Reads targets one by one. `context.signal` ends waiting at once. */
function targetReader(client: SegmentClient, context: CallContext) {
  const group = async (groupId: string) =>
    (await client.read(reads.group, { path: { groupId } }, context)).data.userGroup;
  const user = async (userId: string) =>
    (await client.read(reads.user, { path: { userId } }, context)).data.user;
  const people = async (groupId: string) => {
    const which = { path: { groupId } };
    const users = await client.list(lists.groupUsers, which, context);
    const invites = await client.list(lists.groupInvites, which, context);
    return { users: users.entries, invited: [...invites.entries] };
  };

  const grants = async (target: PlanStep['target']['kind'], id: string): Promise<TargetState> => {
    const held =
      target === 'groupGrants'
        ? present((await group(id)).permissions, reads.group.path)
        : present((await user(id)).permissions, reads.user.path);
    return { kind: 'grants', grants: grantsOf(held) };
  };

  const wholeGroup = async (id: string): Promise<TargetState> => {
    const found = await orGone(() => group(id));
    if (found === null) return { kind: 'group', group: null };
    const { users, invited } = await people(id);
    return {
      kind: 'group',
      group: {
        name: found.name,
        memberIds: users.map((each) => each.id),
        invitedEmails: invited,
        grants: grantsOf(present(found.permissions, reads.group.path)),
      },
    };
  };

  const wholeMember = async (id: string): Promise<TargetState> => {
    const found = await orGone(() => user(id));
    if (found === null) return { kind: 'member', member: null };
    const { name, email, permissions } = found;
    return {
      kind: 'member',
      member: { id, name, email, grants: grantsOf(present(permissions, reads.user.path)) },
    };
  };

  const carried = async (target: PlanStep['target']['kind'], id: string): Promise<LabelRef[]> => {
    if (target === 'sourceLabels') {
      const { data } = await client.read(reads.source, { path: { sourceId: id } }, context);
      return labelRefs(data.source.labels);
    }
    const { entries } = await client.list(extensions.spaces, {}, context);
    const space = entries.find((each) => each.id === id);
    if (space === undefined) throw new SegmentError('notFound', 'The space is not there any more.');
    return labelRefs(space.labels);
  };

  return async ({ target, states }: PlanStep, id: string): Promise<TargetState> => {
    const { before } = states;
    switch (before.kind) {
      case 'grants':
        return grants(target.kind, id);
      case 'groupMembers': {
        const { users, invited } = await people(id);
        return {
          kind: 'groupMembers',
          members: users.map((each) => ({ id: each.id, email: each.email })),
          invited,
        };
      }
      case 'groupName':
        return { kind: 'groupName', name: (await group(id)).name };
      case 'groupsNamed': {
        const { entries } = await client.list(lists.groups, {}, context);
        const ids = entries.filter(({ name }) => name === before.name).map((each) => each.id);
        return { kind: 'groupsNamed', name: before.name, ids, created: false };
      }
      case 'group':
        return wholeGroup(id);
      case 'label': {
        const wanted = before.label ?? (states.after.kind === 'label' ? states.after.label : null);
        const { data } = await client.read(reads.labels, {}, context);
        const found = data.labels.find(({ key, value }) => key === wanted?.key && value === wanted.value);
        return { kind: 'label', label: found === undefined ? null : { key: found.key, value: found.value } };
      }
      case 'labels':
        return { kind: 'labels', labels: await carried(target.kind, id) };
      case 'invite': {
        const { entries } = await client.list(lists.invites, {}, context);
        const wanted = id.toLowerCase();
        return { kind: 'invite', pending: entries.some((email) => email.toLowerCase() === wanted) };
      }
      case 'member':
        return wholeMember(id);
    }
  };
}

/** What else the remote needs to know. `now` answers milliseconds since 1970. */
export interface SegmentRemoteOptions {
  readonly client: SegmentClient;
  /** The id of the acting token where the workspace tells it. */
  readonly tokenId: string | null;
  readonly now: () => number;
  /** Aborted when Gatehouse locks or closes: a write under way counts as lost then. */
  readonly signal?: AbortSignal | undefined;
}

/** The workspace over the Public API. */
export function createSegmentRemote({ client, tokenId, now, signal }: SegmentRemoteOptions): Remote {
  const context: CallContext = { signal };
  const readTarget = targetReader(client, context);
  /** How far the server's clock is ahead of this machine's, as far as it has told. */
  let ahead: number | null = null;

  const read = async (step: PlanStep, created: CreatedGroups): Promise<Seen> => {
    const readAt = now() + (ahead ?? 0);
    const id = created.get(step.target.id) ?? step.target.id;
    return { state: await orGone(() => readTarget(step, id)), readAt };
  };

  return {
    actor: tokenId === null ? null : `public-api-token/${tokenId}`,
    slackMs: () => (ahead === null ? SLACK_WITHOUT_CLOCK_MS : SLACK_MS),
    workspaceId: async () => {
      const { data, serverTime } = await client.read(reads.workspace, {}, context);
      if (serverTime !== null) ahead = serverTime - now();
      return data.workspace.id;
    },
    read,
    write: (request) => client.write(request, context),
    events: async (since) => {
      const startTime = new Date(Math.floor(since / SECOND) * SECOND).toISOString();
      const { entries } = await client.list(lists.auditEvents, { query: { startTime } }, context);
      return entries.map(({ id, timestamp, type, resourceId, actor, actorEmail }) => ({
        id,
        time: Date.parse(timestamp.replace(' ', 'T')),
        type,
        resourceId,
        actor: actor ?? null,
        by: actorEmail ?? actor ?? 'somebody',
      }));
    },
  };
}
