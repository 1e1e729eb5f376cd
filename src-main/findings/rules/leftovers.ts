import { groupReference } from '../../inspect/references';
import { labelId } from '../../lists/relations/subject-ids';
import { about, counted, type Rule } from '../finding';
import { whyUnread } from '../unread';

/** Labels that nothing carries and no grant names. */
export const unusedLabel: Rule = {
  rule: 'unusedLabel',
  title: 'Labels nobody uses',
  why: 'A label that is offered and means nothing is picked by mistake.',
  how: 'No source and no space carries it, and no grant names it.',
  look: ({ facts }) => {
    const { snapshot } = facts;
    const relations = facts.resources();
    const unread = whyUnread(
      facts,
      'sources',
      'spaces',
      'spaceLabels',
      'memberGrants',
      'groupGrants',
      'groups',
      'members',
    );
    const free = snapshot.labels.filter((label) => {
      const id = labelId(label);
      return relations.carrying(id).length === 0 && facts.grants().namingLabel(id).length === 0;
    });
    // A label that cannot be seen anywhere may still be on what cannot be seen.
    if (unread !== null) {
      const unknown =
        free.length === 0
          ? unread
          : `${counted(free.length, 'label is', 'labels are')} not seen in use, and may be where nobody can see: ${unread}`;
      return { findings: [], unknown };
    }
    return {
      findings: free.map((label) =>
        about(
          'unusedLabel',
          labelId(label),
          [{ subject: { kind: 'label', id: labelId(label) }, name: labelId(label) }],
          'On no source and no space, and in no grant.',
          { kind: 'deleteLabel', label: { key: label.key, value: label.value } },
        ),
      ),
      unknown: whyUnread(facts, 'labels'),
    };
  },
};

/** Groups that nobody is in and nobody is invited to. */
export const emptyGroup: Rule = {
  rule: 'emptyGroup',
  title: 'Groups without members',
  why: 'Their grants give nothing today, and everything to whoever is put in.',
  how: 'The group has no member and waits for no invited address.',
  look: ({ facts }) => ({
    findings: facts.snapshot.groups.flatMap((group) => {
      if (group.memberIds?.length !== 0 || group.invitedEmails?.length !== 0 || group.memberCount > 0)
        return [];
      const grants = group.grants === null ? null : group.grants.length;
      const words =
        grants === null
          ? 'Its grants could not be read.'
          : grants === 0
            ? 'It holds no grant.'
            : `It holds ${counted(grants, 'grant')}.`;
      return [
        about('emptyGroup', group.id, [groupReference(group)], words, {
          kind: 'deleteGroup',
          groupId: group.id,
        }),
      ];
    }),
    unknown: whyUnread(facts, 'groups', 'groupMembers', 'groupInvites'),
  }),
};

/** Invites that nobody accepted yet. */
export const pendingInvite: Rule = {
  rule: 'pendingInvite',
  title: 'Pending invites',
  why: 'Whoever can read that mailbox can become a member, with access that nobody can see beforehand.',
  how: 'Every invite that is not accepted. Segment does not show when it was sent.',
  look: ({ facts }) => ({
    findings: facts.snapshot.invites.map(({ email }) => {
      const groups = facts.memberships().awaiting(email);
      const words =
        groups.length === 0
          ? 'What it offers is not shown by Segment.'
          : `Waits in ${groups.map(({ name }) => name).join(', ')}; what else it offers is not shown by Segment.`;
      return about('pendingInvite', email, [{ subject: { kind: 'invite', id: email }, name: email }], words, {
        kind: 'revokeInvite',
        email,
      });
    }),
    unknown: whyUnread(facts, 'invites'),
  }),
};
