import type { Reference } from '@contract/inspect';
import type { ColumnSet } from '../column-set';
import { about, counted, type Looked, type Rule } from '../finding';
import { whyUnread } from '../unread';

/** The sources whose labels each holder may change without being an owner, by holder. */
function relabelled({ policy, extents, grants }: Looked) {
  const { world } = policy.matrix;
  const sources = extents.ofType('SOURCE');
  const found = new Map<string, { holder: Reference; sources: ColumnSet }>();
  for (const { held, power: number } of grants) {
    const { rights, doubt } = world.powers.get(number);
    if (rights === null || doubt !== null || rights.role.owner || !rights.on.SOURCE.has('editLabels'))
      continue;
    const here = extents.of(number).reported.and(sources);
    if (here.isEmpty()) continue;
    const { kind, id, name } = held.holder;
    const before = found.get(`${kind}:${id}`);
    found.set(`${kind}:${id}`, {
      holder: { subject: { kind, id }, name },
      sources: before === undefined ? here : before.sources.or(here),
    });
  }
  return { found, all: sources.count() };
}

/** Admins who can relabel a source, and thereby change what others reach. */
export const relabelling: Rule = {
  rule: 'relabelling',
  title: 'Who can change others’ access by relabelling',
  why: 'Where grants ask for labels, whoever may change the labels of a source decides who reaches it, without being an owner.',
  how: 'Members and groups whose role may edit labels on a source, in a workspace with label grants. Owners are left out.',
  look: (looked) => {
    const { facts, grants } = looked;
    const asking = grants.filter(({ held }) => held.grant.scope.kind === 'labels').length;
    if (asking === 0)
      return { findings: [], unknown: whyUnread(facts, 'memberGrants', 'groupGrants', 'groups') };
    const { found, all } = relabelled(looked);
    const { groupById } = facts.memberships();
    const people = ({ subject }: Reference) => {
      if (subject.kind === 'member') return '';
      const count = groupById.get(subject.id)?.memberIds?.length ?? null;
      return count === null ? ' (members unknown)' : ` (${counted(count, 'member')})`;
    };
    const rows = [...found.values()]
      .map(({ holder, sources }) => ({ holder, count: sources.count() }))
      .sort((one, other) => other.count - one.count);
    return {
      findings: rows.map(({ holder, count }) =>
        about(
          'relabelling',
          `${holder.subject.kind}:${holder.subject.id}`,
          [holder],
          `Can relabel ${counted(count, 'source')} of ${all.toLocaleString('en')}${people(holder)}; ${counted(asking, 'grant asks', 'grants ask')} for labels.`,
        ),
      ),
      unknown: whyUnread(facts, 'memberGrants', 'groupGrants', 'groups', 'sources'),
    };
  },
};
