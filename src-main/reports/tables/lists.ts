import { createReachCounts } from '../../lists/reach-counts';
import { memberName } from '../../lists/relations/subject-ids';
import { createMemberTable } from '../../lists/rows/member-table';
import { resourceTypes } from '../../policy/catalogue/role-rights';
import { readCell } from '../../policy/matrix/cell';
import type { ReportTable } from '../report';
import { membersIn, type ReportScope, resourcesIn } from '../scope';
import type { ReportSource } from '../source';

const yesNo = (answer: boolean | null) => (answer === null ? 'unknown' : answer ? 'yes' : 'no');
const count = (known: number | null) => known ?? 'unknown';

function counted(cells: Uint8Array) {
  const sums = { admin: 0, read: 0, unknown: 0, pii: 0 };
  for (const cell of cells) {
    if (cell === 0) continue;
    const { atLeast, atMost, pii } = readCell(cell);
    if (atLeast !== 'none') sums[atLeast] += 1;
    else if (atMost !== 'none') sums.unknown += 1;
    if (pii) sums.pii += 1;
  }
  return sums;
}

/** One row for each person: what they are, and how far they reach, kind by kind. */
export function peopleTable(source: ReportSource, scope: ReportScope): ReportTable {
  const { policy, facts } = source;
  const members = membersIn(source, scope);
  const resources = resourcesIn(source, scope);
  const kinds = resourceTypes.flatMap((type) => {
    const ofType = resources.filter((each) => each.type === type);
    return ofType.length === 0 ? [] : [{ type, ofType }];
  });
  const rows = createMemberTable(facts, createReachCounts());
  const head = (type: string, word: string) => ({ head: `${type} ${word}`, width: 12 });
  return {
    name: 'People',
    columns: [
      { head: 'Member', width: 24 },
      { head: 'Email', width: 30 },
      { head: 'Member id', width: 24 },
      { head: 'Owner', width: 9 },
      { head: 'Groups', width: 9 },
      { head: 'Direct grants', width: 12 },
      ...kinds.flatMap(({ type }) => [
        head(type, 'admin'),
        head(type, 'read'),
        head(type, 'unknown'),
        head(type, 'PII'),
      ]),
    ],
    rows: function* () {
      for (const member of members) {
        const row = rows.byId(`member:${member.id}`);
        const reach = kinds.flatMap(({ ofType }) => {
          const { admin, read, unknown, pii } = counted(policy.matrixWindow([member.id], ofType));
          return [admin, read, unknown, pii];
        });
        yield [
          memberName(member),
          member.email,
          member.id,
          yesNo(row?.owner ?? null),
          count(row?.groups ?? null),
          count(row?.directGrants ?? null),
          ...reach,
        ];
      }
    },
    size: members.length,
  };
}

/** One row for each resource: its labels, and how many people reach it. */
export function resourcesTable(source: ReportSource, scope: ReportScope): ReportTable {
  const { policy } = source;
  const ids = membersIn(source, scope).map(({ id }) => id);
  const resources = resourcesIn(source, scope);
  return {
    name: 'Resources',
    columns: [
      { head: 'Resource type', width: 14 },
      { head: 'Resource', width: 30 },
      { head: 'Resource id', width: 24 },
      { head: 'Labels', width: 36 },
      { head: 'People with admin', width: 12 },
      { head: 'People with read', width: 12 },
      { head: 'People unknown', width: 12 },
      { head: 'People who see PII', width: 12 },
    ],
    rows: function* () {
      for (const resource of resources) {
        const { admin, read, unknown, pii } = counted(policy.matrixWindow(ids, [resource]));
        const labels =
          resource.type !== 'SOURCE' && resource.type !== 'SPACE'
            ? ''
            : resource.labels === null
              ? 'unknown'
              : resource.labels.map(({ key, value }) => `${key}:${value}`).join(', ');
        yield [resource.type, resource.name, resource.id, labels, admin, read, unknown, pii];
      }
    },
    size: resources.length,
  };
}

/**
 * The list of users, to stand in for the one that Segment's own page exports: who has access to the
 * workspace, with their roles. Segment does not publish what its columns are called.
 */
export function usersTable({ policy, facts }: ReportSource, { memberIds }: ReportScope): ReportTable {
  const rows = createMemberTable(facts, createReachCounts()).rows;
  const wanted = memberIds === null ? null : new Set(memberIds);
  const shown = rows.filter(({ kind, id }) => wanted === null || (kind === 'member' && wanted.has(id)));
  const groupsOf = (id: string, kind: 'member' | 'invite') =>
    (kind === 'member' ? facts.memberships().ofMember(id) : facts.memberships().awaiting(id)).map(
      ({ name }) => name,
    );
  return {
    name: 'Users',
    columns: [
      { head: 'Name', width: 24 },
      { head: 'Email', width: 30 },
      { head: 'Status', width: 10 },
      { head: 'Roles', width: 50 },
      { head: 'User groups', width: 40 },
    ],
    rows: function* () {
      for (const { kind, id, name, email, roles, rolesComplete } of shown) {
        const known = roles === null ? ['unknown'] : rolesComplete ? roles : [...roles, 'unknown others'];
        yield [
          name,
          email,
          kind === 'member' ? 'Member' : 'Invited',
          known.join(', '),
          groupsOf(id, kind).join(', '),
        ];
      }
    },
    size: policy.snapshot.members.length === 0 ? 0 : shown.length,
  };
}

/** What the rules found. */
export function findingsTable({ findings }: ReportSource): ReportTable {
  return {
    name: 'Findings',
    columns: [
      { head: 'Rule', width: 36 },
      { head: 'About', width: 36 },
      { head: 'Evidence', width: 60 },
      { head: 'Role', width: 24 },
      { head: 'Why it matters', width: 60 },
    ],
    rows: function* () {
      const { rules, of } = findings();
      for (const { rule, title, why, unknown } of rules) {
        for (const { subjects, of: all, evidence, grant } of of(rule)) {
          const names = subjects.map(({ name }) => name).join(', ');
          const more = all > subjects.length ? ` and ${all - subjects.length} more` : '';
          yield [title, `${names}${more}`, evidence, grant?.roleName ?? '', why];
        }
        if (unknown !== null) yield [title, 'unknown', `There may be more: ${unknown}`, '', why];
      }
    },
    size: null,
  };
}
