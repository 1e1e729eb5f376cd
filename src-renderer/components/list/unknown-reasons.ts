import type { Unknown } from '@contract/snapshot';
import type { SnapshotSummary } from '@contract/workspaces';

type UnknownSubject = Unknown['subject'];

/** What to say where the snapshot gives no reason of its own. */
const FALLBACK: Partial<Record<UnknownSubject, string>> = {
  groups: 'The groups could not be read.',
  memberGrants: 'The permissions of this member could not be read.',
  groupGrants: 'The permissions of this group could not be read.',
  groupMembers: 'The members of this group could not be read.',
  groupInvites: 'The pending invites of this group could not be read.',
  spaceLabels: 'The Public API does not show the labels of spaces.',
  invitePermissions: 'The Public API shows the address of an invite only, not what was offered.',
  tokens: 'The Public API has no endpoint for tokens.',
};

/**
 * Why something in the lists cannot be known: the reason that the sync wrote
 * down for one of these subjects, the likeliest first.
 */
export function unknownReason(
  { unknowns }: Pick<SnapshotSummary, 'unknowns'>,
  ...subjects: [UnknownSubject, ...UnknownSubject[]]
): string {
  for (const subject of subjects) {
    const noted = unknowns.find((each) => each.subject === subject);
    if (noted !== undefined) return noted.reason;
  }
  return FALLBACK[subjects[0]] ?? 'This could not be read from Segment.';
}
