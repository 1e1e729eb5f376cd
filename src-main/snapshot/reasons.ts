import type { Collection, Snapshot, Unknown } from '@contract/snapshot';

/** The lists in words, as they stand in sentences and in the progress of a sync. */
export const COLLECTION_WORDS: Record<Collection, string> = {
  members: 'team members',
  invites: 'invites',
  groups: 'user groups',
  roles: 'roles',
  labels: 'labels',
  sources: 'sources',
  destinations: 'destinations',
  warehouses: 'warehouses',
  spaces: 'spaces',
  trackingPlans: 'tracking plans',
  functions: 'functions',
};

/** Text with a capital at the beginning. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What an answer's status suggests, as a sentence of its own; empty where it suggests nothing. */
function hint(status: number | undefined): string {
  if (status === 401 || status === 403) return ' The token may not be a Workspace Owner’s.';
  return status === 404 || status === 422 ? ' The workspace may not have this feature.' : '';
}

/** A list that could not be read. `status` is the answer's, `undefined` when the answer was malformed. */
export function unreadList(collection: Collection, status: number | undefined): Unknown {
  const cause =
    status === undefined
      ? 'the answer does not have the form that Segment describes'
      : `Segment answered ${status}`;
  return {
    subject: collection,
    reason: `${capital(COLLECTION_WORDS[collection])} could not be read: ${cause}.${hint(status)}`,
  };
}

const DETAIL_WORDS = {
  memberGrants: 'the grants of this team member',
  groupGrants: 'the grants of this user group',
  groupMembers: 'the members of this user group',
  groupInvites: 'the invites in this user group',
} as const;
export type Detail = keyof typeof DETAIL_WORDS;

/** A detail of one member or group that could not be read. The id is not in the words, so that many read as one. */
export function unreadDetail(subject: Detail, id: string, status: number | undefined): Unknown {
  const asked = DETAIL_WORDS[subject];
  const reason =
    status === undefined
      ? `Segment’s answer about ${asked} does not have the form that it describes.`
      : `Segment answered ${status} when asked for ${asked}.`;
  return { subject, id, reason };
}

/** A function that came without an id. */
export function functionWithoutId(id: string): Unknown {
  return {
    subject: 'functions',
    id,
    reason: 'Segment gave this function without an id, so grants that name it cannot be matched to it.',
  };
}

const NOT_SHOWN = 'Segment’s Public API does not show';

/** The members and groups among whose grants are some of unknown scope. */
function unknownScopes({ members, groups }: Pick<Snapshot, 'members' | 'groups'>): Unknown[] {
  const found: Unknown[] = [];
  for (const { id, grants } of [...members, ...groups]) {
    for (const { scope } of grants ?? []) {
      if (scope.kind === 'unknown') found.push({ subject: 'grantScope', id, reason: scope.reason });
    }
  }
  return found;
}

/** What is invisible by the nature of the API: depends only on what was read, not on how it went. */
export function blindSpots(
  read: Pick<Snapshot, 'members' | 'groups' | 'invites' | 'resources' | 'beyondApi'>,
): Unknown[] {
  const { plan, hipaaEligible, tokens, actingToken } = read.beyondApi;
  const spots: Unknown[] = unknownScopes(read);
  if (plan === null) spots.push({ subject: 'plan', reason: `${NOT_SHOWN} the plan of a workspace.` });
  if (hipaaEligible === null) {
    spots.push({ subject: 'hipaaEligible', reason: `${NOT_SHOWN} whether a workspace is HIPAA eligible.` });
  }
  if (tokens === null) {
    const reason =
      actingToken === null
        ? `${NOT_SHOWN} the tokens of a workspace.`
        : 'Only a Workspace Owner’s token may list the tokens of the workspace.';
    spots.push({ subject: 'tokens', reason });
  }
  if (actingToken === null || read.resources.some((each) => each.type === 'SPACE' && each.labels === null)) {
    spots.push({ subject: 'spaceLabels', reason: `${NOT_SHOWN} the labels of spaces.` });
  }
  if (read.invites.length > 0) {
    spots.push({ subject: 'invitePermissions', reason: `${NOT_SHOWN} what an invite offers.` });
  }
  spots.push({
    subject: 'signIn',
    reason: `${NOT_SHOWN} how and when members sign in (SSO, SCIM, last sign-in).`,
  });
  return spots;
}
