import type { SessionRule } from '@contract/persons';
import type { Account } from './directory';

/** Whether a workspace is HIPAA eligible: as it tells itself, else as the admin stated it; `null`: nobody can tell. */
export type HipaaEligible = (workspace: string) => boolean | null;

function named(names: readonly string[]): string {
  const [first = '', ...others] = [...new Set(names)];
  return others.length === 0 ? first : `${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)}`;
}

/**
 * Segment's rule: a session lasts 7 days; for members of a HIPAA eligible
 * workspace it ends after 15 minutes without activity, in all workspaces of that
 * address. An alias is another identity with sessions of its own (concepts page
 * of Segment's access documentation). `accounts` are those of this address.
 */
export function sessionRule(
  email: string,
  accounts: readonly Account[],
  eligible: HipaaEligible,
): SessionRule {
  const memberships = accounts.filter(({ row }) => row.kind === 'member');
  const those = (answer: boolean | null) =>
    memberships
      .filter(({ source }) => eligible(source.key) === answer)
      .map(({ source }) => source.workspaceName);
  const short = those(true);
  const unknown = those(null);
  if (memberships.length === 0) {
    return {
      email,
      kind: 'noAccount',
      why: 'Only invited: no session starts before the invite is accepted.',
    };
  }
  if (short.length > 0) {
    const across = memberships.length > 1 ? ', in all workspaces of this address' : '';
    return {
      email,
      kind: 'fifteenMinutes',
      why: `15 minutes without activity${across}: ${named(short)} ${short.length === 1 ? 'is' : 'are'} HIPAA eligible.`,
    };
  }
  if (unknown.length > 0) {
    return {
      email,
      kind: 'unknown',
      why: `7 days, or 15 minutes without activity if ${named(unknown)} ${unknown.length === 1 ? 'is' : 'are'} HIPAA eligible, which the Public API does not show. State it in the settings of the workspace.`,
    };
  }
  return { email, kind: 'sevenDays', why: '7 days: no workspace of this address is HIPAA eligible.' };
}
