import { aboutGrant, type Rule } from '../finding';
import { whyUnread } from '../unread';

/** Grants that unmask PII for people who reach nothing in which it could be. */
export const piiWithoutReach: Rule = {
  rule: 'piiWithoutReach',
  title: 'PII access where nothing unmasks',
  why: 'The role unmasks PII in what its holder reaches by other roles. They reach nothing: it shows up in every PII review, and takes effect with the next grant.',
  how: 'A grant of a role that unmasks within reach, and nobody who holds it reaches any resource, not even perhaps.',
  look: ({ ...looked }) => {
    const { policy, facts, grants } = looked;
    const { world } = policy.matrix;
    const counts = policy.counts().members;
    const reachesNothing = (id: string) => {
      const count = counts[world.memberIndex.get(id) ?? -1];
      return count === undefined || count.read + count.admin + count.unknown === 0;
    };
    const { groupById } = facts.memberships();
    const findings = grants.flatMap((each) => {
      const { rights, doubt } = world.powers.get(each.power);
      if (rights === null || doubt !== null || rights.role.pii !== 'withinReach') return [];
      const { holder } = each.held;
      const people = holder.kind === 'member' ? [holder.id] : groupById.get(holder.id)?.memberIds;
      if (people === undefined || people === null || people.length === 0) return [];
      if (!people.every(reachesNothing)) return [];
      const who = holder.kind === 'member' ? 'This member reaches' : 'None of its members reaches';
      return [aboutGrant('piiWithoutReach', looked, each, `${who} no resource.`)];
    });
    return {
      findings,
      unknown: whyUnread(facts, 'memberGrants', 'groupGrants', 'groups', 'groupMembers', 'members'),
    };
  },
};
