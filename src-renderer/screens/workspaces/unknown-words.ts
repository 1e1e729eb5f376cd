import type { Unknown } from '@contract/snapshot';

/** What could not be seen, in words. Every subject of a snapshot's unknowns has some. */
const WORDS: Record<Unknown['subject'], string> = {
  members: 'Team members',
  invites: 'Invites',
  groups: 'User groups',
  roles: 'Roles',
  labels: 'Labels',
  sources: 'Sources',
  destinations: 'Destinations',
  warehouses: 'Warehouses',
  spaces: 'Spaces',
  trackingPlans: 'Tracking plans',
  functions: 'Functions',
  memberGrants: 'Grants of members',
  groupGrants: 'Grants of groups',
  groupMembers: 'Members of groups',
  groupInvites: 'Invites to groups',
  grantScope: 'Scopes of grants',
  spaceLabels: 'Labels of spaces',
  invitePermissions: 'What invites offer',
  tokens: 'Tokens',
  plan: 'Plan',
  hipaaEligible: 'HIPAA eligibility',
  signIn: 'Sign-in',
};

const BY_SUBJECT = new Map<string, string>(Object.entries(WORDS));

/** The words for a subject; one that is not known is shown as it is. */
export function unknownWords(subject: string): string {
  return BY_SUBJECT.get(subject) ?? subject;
}
