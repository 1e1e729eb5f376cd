import { memberReference, resourceReference } from '../../inspect/references';
import { theWorkspace } from '../../policy/decision/target';
import { compile } from '../../policy/policy';
import { about, counted, type Rule } from '../finding';
import { whyUnread } from '../unread';
import { withoutOwnerGrants } from '../without-owners';

/** More owners than these are worth a look: two in the team, two for their absence, one to spare. */
export const FEW_OWNERS = 5;

/** Owners beyond the few. */
export const manyOwners: Rule = {
  rule: 'manyOwners',
  title: `More than ${FEW_OWNERS} owners`,
  why: 'An owner reaches everything, unmasks all PII, and can give access to anybody. Every further owner is one more account whose loss is the loss of the workspace.',
  how: `Members who can manage access, directly or through a group, when they are more than ${FEW_OWNERS}.`,
  look: ({ policy, facts }) => {
    const { allowed, unknown } = policy.whoCanReach(theWorkspace, 'manageAccess');
    const findings =
      allowed.length > FEW_OWNERS
        ? [
            about(
              'manyOwners',
              'all',
              allowed.map((id) => memberReference(facts, id)),
              `${counted(allowed.length, 'member')} can manage access.`,
            ),
          ]
        : [];
    return {
      findings,
      unknown:
        unknown.length > 0
          ? `Of ${counted(unknown.length, 'more member')} nobody can tell whether they are owners.`
          : whyUnread(facts, 'members'),
    };
  },
};

/** Resources that nobody but owners reaches. */
export const onlyOwners: Rule = {
  rule: 'onlyOwners',
  title: 'Resources that only owners reach',
  why: 'Whoever works on them has to be an owner, which gives everything else along with it; or nobody works on them any more.',
  how: 'Without the owner roles of the workspace nobody would reach the resource, not even perhaps.',
  look: ({ policy, facts }) => {
    const rest = compile(withoutOwnerGrants(policy.snapshot));
    const { resources } = rest.counts();
    const all = policy.counts().resources;
    const { byId } = policy.matrix.world.columns;
    const other = rest.matrix.world.columns.byId;
    const findings = policy.snapshot.resources.flatMap((resource) => {
      const reach = all[byId[resource.type].get(resource.id) ?? -1];
      const without = resources[other[resource.type].get(resource.id) ?? -1];
      if (reach === undefined || without === undefined) return [];
      if (without.read + without.admin + without.unknown > 0) return [];
      const owners = reach.read + reach.admin;
      const words =
        owners === 0 ? 'Nobody reaches it.' : `Reached by ${counted(owners, 'owner')} and nobody else.`;
      const reference = resourceReference(resource);
      return [about('onlyOwners', reference.subject.id, [reference], words)];
    });
    return { findings, unknown: whyUnread(facts, 'members', 'groups', 'memberGrants', 'groupGrants') };
  },
};
