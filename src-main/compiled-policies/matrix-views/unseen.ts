import type { MatrixView } from '@contract/matrix';
import type { Unknown } from '@contract/snapshot';
import type { WorkspaceFacts } from '../../lists/relations/facts';
import { COLLECTION_OF_TYPE } from '../../lists/relations/unknown-reasons';
import { resourceTypes } from '../../policy/catalogue/role-rights';

/** What an unknown leaves open here, before its reason. */
const LEFT_OPEN: Partial<Record<Unknown['subject'], (count: number) => string>> = {
  memberGrants: (count) =>
    `The own grants of ${count === 1 ? 'a member' : `${count} members`} could not be read`,
  groupGrants: (count) => `The grants of ${count === 1 ? 'a group' : `${count} groups`} could not be read`,
  groupMembers: (count) => `The members of ${count === 1 ? 'a group' : `${count} groups`} could not be read`,
  grantScope: (count) => `The scope of ${count === 1 ? 'a grant' : `${count} grants`} is unclear`,
  spaceLabels: (count) => `The labels of ${count === 1 ? 'spaces' : `${count} spaces`} cannot be seen`,
};

/** What cannot be known about a view, in sentences: lists that were not read first, then what is unclear in them. */
export function unseenIn(
  { unknowns, snapshot }: WorkspaceFacts,
  { principals, types }: MatrixView,
): string[] {
  const kinds = types.length === 0 ? resourceTypes : types;
  const lists: Unknown['subject'][] = [
    ...(principals === 'members' ? ['members' as const] : []),
    'groups',
    ...kinds.map((type) => COLLECTION_OF_TYPE[type]),
  ];
  const whole = lists.flatMap((subject) => unknowns.whole(subject) ?? []);
  const counted = new Map<string, { subject: Unknown['subject']; reason: string; count: number }>();
  for (const { subject, reason } of snapshot.unknowns) {
    if (LEFT_OPEN[subject] === undefined) continue;
    const known = counted.get(`${subject}\n${reason}`) ?? { subject, reason, count: 0 };
    known.count += 1;
    counted.set(`${subject}\n${reason}`, known);
  }
  return [
    ...new Set(whole),
    ...[...counted.values()].map(
      ({ subject, reason, count }) => `${LEFT_OPEN[subject]?.(count) ?? subject}: ${reason}`,
    ),
  ];
}
