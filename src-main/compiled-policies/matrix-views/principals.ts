import type { MatrixView } from '@contract/matrix';
import type { WorkspaceFacts } from '../../lists/relations/facts';
import { memberName } from '../../lists/relations/subject-ids';
import { fold } from '../../lists/search/fold';
import type { Policy } from '../../policy/policy';

/** A member or a group as a line. */
export interface Principal {
  readonly kind: 'member' | 'group';
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** The place in the list of members of the policy that is shown. */
  readonly member: number;
}

/** Whether a text has every word that was typed. */
export function hasWords(text: string, typed: string): boolean {
  const folded = fold(text);
  return fold(typed)
    .split(' ')
    .every((word) => folded.includes(word));
}

/** The principals that a view may show, in the order of the snapshot, and how many there are without its filters. */
export function principalsOf(
  policy: Policy,
  facts: WorkspaceFacts,
  { principals, principalText, groupId }: Pick<MatrixView, 'principals' | 'principalText' | 'groupId'>,
): { readonly shown: Principal[]; readonly of: number } {
  const all: Principal[] = [];
  const { members } = policy.snapshot;
  for (const [id, member] of policy.matrix.world.memberIndex) {
    const found = members[member];
    if (found === undefined) continue;
    if (principals === 'groups') all.push({ kind: 'group', id, name: found.name, email: '', member });
    else all.push({ kind: 'member', id, name: memberName(found), email: found.email, member });
  }
  const group = groupId === null ? null : facts.memberships().groupById.get(groupId);
  // A group whose members could not be read may have anybody in it.
  const inGroup = group?.memberIds == null ? null : new Set(group.memberIds);
  const isIn = ({ kind, id }: Principal) => {
    if (groupId === null) return true;
    if (kind === 'group') return id === groupId;
    return group === undefined ? false : (inGroup?.has(id) ?? true);
  };
  const isTyped = ({ name, email }: Principal) =>
    principalText.trim() === '' || hasWords(`${name} ${email}`, principalText);
  return { shown: all.filter((one) => isIn(one) && isTyped(one)), of: all.length };
}
