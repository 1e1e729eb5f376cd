import type { Member } from '@contract/snapshot';
import { memberReference } from '../../inspect/references';
import { addressKey } from '../../lists/relations/subject-ids';
import { fold } from '../../lists/search/fold';
import { mailboxOf } from '../../persons/mailbox';
import { about, type Rule } from '../finding';
import { whyUnread } from '../unread';

function grouped(members: readonly Member[], keyOf: (member: Member) => string): Member[][] {
  const found = new Map<string, Member[]>();
  for (const member of members) {
    const key = keyOf(member);
    if (key === '') continue;
    const known = found.get(key);
    if (known === undefined) found.set(key, [member]);
    else known.push(member);
  }
  return [...found.values()].filter(({ length }) => length > 1);
}

/** Members who may be one person: of one mailbox, or of one name. */
export const severalAccounts: Rule = {
  rule: 'severalAccounts',
  title: 'The same person under several accounts',
  why: 'Taking one account away leaves the other. An alias is another identity with a session and grants of its own.',
  how: 'Addresses of one mailbox (name+tag@…), or accounts of exactly one name. Two people can share a name: that is for you to tell.',
  look: ({ facts }) => {
    const { members } = facts.snapshot;
    const aliases = grouped(members, ({ email }) => mailboxOf(email));
    const known = new Set(aliases.map((set) => set.map(({ id }) => id).join('\n')));
    const names = grouped(members, ({ name, email }) =>
      fold(name) === addressKey(email) ? '' : fold(name),
    ).filter((set) => !known.has(set.map(({ id }) => id).join('\n')));
    const found = (sets: readonly Member[][], why: string) =>
      sets.map((set) =>
        about(
          'severalAccounts',
          set.map(({ id }) => id).join(' '),
          set.map(({ id }) => memberReference(facts, id)),
          `${why}: ${set.map(({ email }) => email).join(', ')}.`,
        ),
      );
    return {
      findings: [...found(aliases, 'One mailbox'), ...found(names, 'One name')],
      unknown: whyUnread(facts, 'members'),
    };
  },
};
