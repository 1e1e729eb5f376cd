import {
  type Collection,
  type Snapshot,
  snapshotHeadSchema,
  snapshotSchema,
  type Unknown,
} from '@contract/snapshot';
import type { z } from 'zod';
import { type Breathe, createBreather, forEachBreathing } from './breather';

/** A snapshot that contradicts its model or itself. `problem` names the place, never what is in it. */
export class SnapshotInvalid extends Error {
  override readonly name = 'SnapshotInvalid';

  constructor(readonly problem: string) {
    super(`The snapshot is not valid: ${problem}.`);
  }
}

function parse<Output>(schema: z.ZodType<Output>, value: unknown, place: string): Output {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path ?? [];
  throw new SnapshotInvalid(`${[place, ...path].map(String).join('.')} does not fit the model`);
}

async function requireDistinct<Entry>(
  entries: readonly Entry[],
  what: string,
  idOf: (entry: Entry) => string,
  breathe: Breathe,
): Promise<Set<string>> {
  const ids = new Set<string>();
  await forEachBreathing(entries, breathe, (entry) => {
    const id = idOf(entry);
    if (ids.has(id)) throw new SnapshotInvalid(`${what} has the same entry twice`);
    ids.add(id);
  });
  return ids;
}

const placeOf = ({ subject, id }: Pick<Unknown, 'subject' | 'id'>): string => `${subject} ${id ?? ''}`;

/** The snapshot's entries of a collection that has failed as a whole must be none. */
const COUNTS: Partial<Record<Collection, (snapshot: Snapshot) => number>> = {
  members: ({ members }) => members.length,
  invites: ({ invites }) => invites.length,
  groups: ({ groups }) => groups.length,
  roles: ({ roles }) => roles.length,
  labels: ({ labels }) => labels.length,
};

function requireExplained(snapshot: Snapshot, unknowns: ReadonlySet<string>): void {
  const require = (subject: Unknown['subject'], id: string, value: unknown) => {
    if (value === null && !unknowns.has(placeOf({ subject, id }))) {
      throw new SnapshotInvalid(`${subject} is missing without an unknown that says why`);
    }
  };
  for (const { id, grants } of snapshot.members) require('memberGrants', id, grants);
  for (const group of snapshot.groups) {
    require('groupGrants', group.id, group.grants);
    require('groupMembers', group.id, group.memberIds);
    require('groupInvites', group.id, group.invitedEmails);
  }
  for (const [collection, count] of Object.entries(COUNTS)) {
    if (unknowns.has(`${collection} `) && count(snapshot) > 0) {
      throw new SnapshotInvalid(`${collection} has entries although it could not be read`);
    }
  }
}

/**
 * Checks the facts that hold in every snapshot: ids are distinct, groups hold
 * members of the workspace, each once, and what is missing has an unknown that
 * says why.
 *
 * @throws SnapshotInvalid
 */
export async function requireConsistent(snapshot: Snapshot, breathe: Breathe): Promise<void> {
  const memberIds = await requireDistinct(snapshot.members, 'members', ({ id }) => id, breathe);
  await requireDistinct(snapshot.invites, 'invites', ({ email }) => email.toLowerCase(), breathe);
  await requireDistinct(snapshot.groups, 'groups', ({ id }) => id, breathe);
  await requireDistinct(snapshot.roles, 'roles', ({ id }) => id, breathe);
  await requireDistinct(snapshot.labels, 'labels', ({ key, value }) => JSON.stringify([key, value]), breathe);
  await requireDistinct(snapshot.resources, 'resources', ({ type, id }) => `${type} ${id}`, breathe);
  const unknowns = new Set(snapshot.unknowns.map(placeOf));
  const membersKnown = !unknowns.has('members ');
  await forEachBreathing(snapshot.groups, breathe, ({ memberIds: ids }) => {
    if (ids === null) return;
    if (new Set(ids).size !== ids.length) throw new SnapshotInvalid('a group has a member twice');
    if (membersKnown && ids.some((id) => !memberIds.has(id))) {
      throw new SnapshotInvalid('a group has somebody who is not a member');
    }
  });
  requireExplained(snapshot, unknowns);
}

/** Parses each entry of a list; entries that fit are copied without fields that the model does not have. */
async function parseList<Entry>(
  value: object,
  name: keyof Snapshot,
  entry: z.ZodType<Entry>,
  breathe: Breathe,
): Promise<Entry[]> {
  const list: unknown = Reflect.get(value, name);
  if (!Array.isArray(list)) throw new SnapshotInvalid(`${name} is not a list`);
  const parsed: Entry[] = [];
  await forEachBreathing<unknown>(list, breathe, (each) => {
    parsed.push(parse(entry, each, `${name}.${parsed.length}`));
  });
  return parsed;
}

/**
 * Parses a snapshot of any origin against the model, list by list without
 * holding the event loop, and checks that it does not contradict itself.
 *
 * @throws SnapshotInvalid
 */
export async function validateSnapshot(
  value: unknown,
  breathe: Breathe = createBreather(),
): Promise<Snapshot> {
  if (typeof value !== 'object' || value === null) throw new SnapshotInvalid('it is not an object');
  const { shape } = snapshotSchema;
  const snapshot: Snapshot = {
    ...parse(snapshotHeadSchema, value, 'head'),
    members: await parseList(value, 'members', shape.members.element, breathe),
    invites: await parseList(value, 'invites', shape.invites.element, breathe),
    groups: await parseList(value, 'groups', shape.groups.element, breathe),
    roles: await parseList(value, 'roles', shape.roles.element, breathe),
    labels: await parseList(value, 'labels', shape.labels.element, breathe),
    resources: await parseList(value, 'resources', shape.resources.element, breathe),
    unknowns: await parseList(value, 'unknowns', shape.unknowns.element, breathe),
  };
  await requireConsistent(snapshot, breathe);
  return snapshot;
}
