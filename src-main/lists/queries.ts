import type { ListName, ListPage, ListQuery, MemberRow, ResourceRow } from '@contract/lists';
import { type Collection, type ResourceType, resourceTypeSchema, type Unknown } from '@contract/snapshot';
import type { ListIndex } from './list-index';
import { labelId } from './relations/subject-ids';
import { COLLECTION_OF_TYPE } from './relations/unknown-reasons';
import type { Filter, Question, Table } from './table';

/** A list question without the workspace, which the index stands for. */
export type Query<Name extends ListName> = Omit<ListQuery<Name>, 'key'>;

/** Said where tokens are unknown and the snapshot gives no reason of its own. */
const NO_TOKENS = "Segment's Public API does not list tokens.";

function answer<Row, Column extends string>(
  index: ListIndex,
  table: Table<Row, Column>,
  question: Question<Column>,
  unknown: string | null,
  filter?: Filter<Row>,
) {
  const { matched, rows } = table.window(question, filter);
  return {
    fingerprint: index.facts.snapshot.fingerprint,
    total: table.rows.length,
    matched,
    offset: question.offset,
    rows: [...rows],
    unknown,
  };
}

/** The reasons why these could not be read, each once, in one text; null when all of them could. */
function whyUnread(index: ListIndex, subjects: readonly Unknown['subject'][]): string | null {
  const reasons = new Set(subjects.flatMap((subject) => index.facts.unknowns.whole(subject) ?? []));
  return reasons.size === 0 ? null : [...reasons].join(' ');
}

/** What each choice of the members screen keeps, and the lists that it is made of. */
const MEMBER_CHOICES: Record<
  Query<'members'>['show'],
  { readonly keep: (row: MemberRow) => boolean; readonly readFrom: readonly Collection[] }
> = {
  all: { keep: () => true, readFrom: ['members', 'invites'] },
  members: { keep: (row) => row.kind === 'member', readFrom: ['members'] },
  invites: { keep: (row) => row.kind === 'invite', readFrom: ['invites'] },
  owners: { keep: (row) => row.owner === true, readFrom: ['members'] },
};

/**
 * Members and pending invites. Owners are those who certainly are. `unknown`
 * can come with rows, when the members are there and the invites could not be
 * read or the other way round.
 */
export function queryMembers(index: ListIndex, input: Query<'members'>): ListPage<'members'> {
  const { keep, readFrom } = MEMBER_CHOICES[input.show];
  const filter = { name: input.show, keep };
  return {
    ...answer(index, index.members(), input, whyUnread(index, readFrom), filter),
    counts: { ...index.memberCounts() },
  };
}

/** The user groups. */
export function queryGroups(index: ListIndex, input: Query<'groups'>): ListPage<'groups'> {
  return answer(index, index.groups(), input, whyUnread(index, ['groups']));
}

function resourceFilter(
  types: readonly ResourceType[],
  label: Query<'resources'>['label'],
): Filter<ResourceRow> {
  const wanted = new Set(types.length === 0 ? resourceTypeSchema.options : types);
  const id = label && labelId(label);
  return {
    name: JSON.stringify([[...wanted].sort(), id]),
    keep: (row) =>
      wanted.has(row.type) &&
      (id === null || (row.labels?.some((carried) => labelId(carried) === id) ?? false)),
  };
}

/**
 * Resources of all kinds. `unknown` is set when none of the kinds asked for
 * could be read; kinds that could not are listed in `unreadable` in any case.
 */
export function queryResources(index: ListIndex, input: Query<'resources'>): ListPage<'resources'> {
  const { types, label } = input;
  const unreadable = resourceTypeSchema.options.flatMap((type) => {
    const reason = index.facts.unknowns.whole(COLLECTION_OF_TYPE[type]);
    return reason === null ? [] : [{ type, reason }];
  });
  const unread = new Set(unreadable.map(({ type }) => type));
  const asked = types.length === 0 ? resourceTypeSchema.options : types;
  const unknown = asked.every((type) => unread.has(type))
    ? whyUnread(
        index,
        asked.map((type) => COLLECTION_OF_TYPE[type]),
      )
    : null;
  const counted = index.resourceCounts();
  const count = (type: ResourceType) => (unread.has(type) ? null : counted[type]);
  return {
    ...answer(index, index.resources(), input, unknown, resourceFilter(types, label)),
    byType: {
      SOURCE: count('SOURCE'),
      DESTINATION: count('DESTINATION'),
      WAREHOUSE: count('WAREHOUSE'),
      SPACE: count('SPACE'),
      TRACKING_PLAN: count('TRACKING_PLAN'),
      FUNCTION: count('FUNCTION'),
    },
    unreadable,
  };
}

/** Labels with where they are used. `unknown` also when the sources, whose labels are counted, could not be read. */
export function queryLabels(index: ListIndex, input: Query<'labels'>): ListPage<'labels'> {
  return answer(index, index.labels(), input, whyUnread(index, ['labels', 'sources']));
}

/** Roles with who holds them. */
export function queryRoles(index: ListIndex, input: Query<'roles'>): ListPage<'roles'> {
  return answer(index, index.roles(), input, whyUnread(index, ['roles']));
}

/** Tokens, where the workspace shows them; elsewhere no rows and the reason. */
export function queryTokens(index: ListIndex, input: Query<'tokens'>): ListPage<'tokens'> {
  const { tokens } = index.facts.snapshot.beyondApi;
  const unknown = tokens === null ? (whyUnread(index, ['tokens']) ?? NO_TOKENS) : null;
  return answer(index, index.tokens(), input, unknown);
}
