/**
 * What an event of the audit trail may have changed in what Gatehouse reads one
 * by one (grants of members and groups, members of groups). Lists are always
 * read anew, so what shows in a list needs no event.
 *
 * - `nothing`: at most lists.
 * - `grants`: the grants of a member or group.
 * - `joined`, `left`: somebody came into, or went out of, a group.
 * - `group`: a group as a whole. `member`: a member as a whole.
 * - `invite`: an invite, and so groups that hold it.
 */
export type EventEffect = 'nothing' | 'grants' | 'joined' | 'left' | 'group' | 'member' | 'invite';

/** Events that the SDK's endpoints declare, and those that Segment's pages on the audit trail list. */
const EFFECTS: Readonly<Record<string, EventEffect>> = {
  'Policy Created': 'grants',
  'Policy Deleted': 'grants',
  'User Policy Updated': 'grants',
  'User Group Policy Updated': 'grants',
  'Subjects Added to Group': 'joined',
  'User Added To User Group': 'joined',
  'Group Memberships Deleted': 'left',
  'User Removed From User Group': 'left',
  'User Group Created': 'group',
  'User Group Updated': 'group',
  'User Group Deleted': 'group',
  'User Removed': 'member',
  'Invite Deleted': 'invite',
  'User Invite Deleted': 'invite',
  'User Invite Sent': 'nothing',
  'User Invite Accepted': 'invite',
  'User Added via SSO': 'nothing',
  'New Segment User Invited to Workspace': 'nothing',
  'Non-Segment User Invited to Workspace': 'nothing',
  'Label Created': 'nothing',
  'Label Deleted': 'nothing',
  'Public API Token Created': 'nothing',
  'Public API Token Deleted': 'nothing',
  'Tracking Plan New Group Trait Omitted': 'nothing',
};

/** Areas of the product whose events are about data, not about people. */
const DATA_AREAS =
  /^(Source|Integrations?|Destination|Warehouses?|Storage Destination|Tracking Plan|Transformation|Audience|Computed Trait|Journey|Broadcast|Profiles Sync|Model|(Source |Workspace )?Regulation|Space (Created|Modified|Deleted)|Function)\b/;
/** Words that make an event of any area one about access. */
const ACCESS_WORDS =
  /\b(access|permission|policy|policies|role|group|user|member|owner|invite|subject|grant)/i;

/** The effect of an event by its type; `null` for one that Gatehouse does not know and that may be about access. */
export function effectOf(type: string): EventEffect | null {
  if (Object.hasOwn(EFFECTS, type)) return EFFECTS[type] ?? null;
  return DATA_AREAS.test(type) && !ACCESS_WORDS.test(type) ? 'nothing' : null;
}

/** Events after which a group that no list shows is simply gone, or has been there for a while only. */
export const GROUP_LIFE: readonly string[] = ['User Group Created', 'User Group Deleted'];
