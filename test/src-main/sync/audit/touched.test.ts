import { describe, expect, it } from 'vitest';
import type { WireAuditEvent } from '../../../../src-main/segment/wire/audit-event';
import { effectOf } from '../../../../src-main/sync/audit/event-effects';
import { type KnownPeople, touchedBy } from '../../../../src-main/sync/audit/touched';

const known: KnownPeople = {
  memberIds: new Set(['u1', 'u2']),
  groupIds: new Set(['g1']),
  memberByEmail: new Map([['ada@example.com', 'u1']]),
  invited: new Set(['new@example.com']),
};
const event = (type: string, resourceId: string, resourceType = 'thing'): WireAuditEvent => ({
  id: 'e',
  timestamp: 't',
  type,
  resourceId,
  resourceType,
});
const touched = (...events: WireAuditEvent[]) => {
  const result = touchedBy(events, known);
  if (typeof result === 'string') return result;
  const { memberGrants, memberships, groupGrants, groupMembers, invites } = result;
  return {
    ...(memberGrants.size > 0 ? { memberGrants: [...memberGrants] } : {}),
    ...(memberships.size > 0 ? { memberships: [...memberships] } : {}),
    ...(groupGrants.size > 0 ? { groupGrants: [...groupGrants] } : {}),
    ...(groupMembers.size > 0 ? { groupMembers: [...groupMembers] } : {}),
    ...(invites ? { invites } : {}),
  };
};

describe('touchedBy', () => {
  it.each<[string, WireAuditEvent, unknown]>([
    ['grants of a member', event('Policy Created', 'u1'), { memberGrants: ['u1'] }],
    ['grants of a member by a prefixed id', event('Policy Deleted', 'users/u2'), { memberGrants: ['u2'] }],
    [
      'grants of a member by address',
      event('User Policy Updated', 'Ada@example.com'),
      { memberGrants: ['u1'] },
    ],
    ['grants of a group', event('User Group Policy Updated', 'g1'), { groupGrants: ['g1'] }],
    ['grants of an invite, which cannot be read', event('Policy Created', 'new@example.com'), {}],
    ['grants of an invite that is gone', event('Policy Created', 'x@example.com', 'invite'), {}],
    ['grants of nobody who is known', event('Policy Created', 'pol_1', 'policy'), 'unresolvedEvent'],
    [
      'a group that somebody joined',
      event('Subjects Added to Group', 'g1'),
      { groupGrants: ['g1'], groupMembers: ['g1'] },
    ],
    ['a member who joined some group', event('User Added To User Group', 'u1'), { memberships: ['u1'] }],
    ['a member who left some group', event('User Removed From User Group', 'u1'), { memberships: ['u1'] }],
    [
      'an invite that joined some group',
      event('Subjects Added to Group', 'new@example.com'),
      'unresolvedEvent',
    ],
    [
      'an invite that left some group',
      event('Group Memberships Deleted', 'new@example.com'),
      { invites: true },
    ],
    ['nobody who is known left', event('Group Memberships Deleted', 'u9'), 'unresolvedEvent'],
    ['a group', event('User Group Updated', 'g1'), { groupGrants: ['g1'], groupMembers: ['g1'] }],
    ['a group that is gone', event('User Group Updated', 'g9'), {}],
    ['a member who was removed', event('User Removed', 'u1'), { memberGrants: ['u1'], memberships: ['u1'] }],
    ['somebody unknown who was removed', event('User Removed', 'u9'), 'unresolvedEvent'],
    ['an invite that was accepted', event('User Invite Accepted', 'whatever'), { invites: true }],
    ['what only lists show', event('Source Modified', 's1'), {}],
    ['something new', event('Owner Elected', 'u1'), 'unknownEvent'],
  ])('%s', (_title, one, expected) => {
    expect(touched(one)).toEqual(expected);
  });

  it('takes a group that came and went in the meantime for gone', () => {
    expect(touched(event('Subjects Added to Group', 'g9'))).toBe('unresolvedEvent');
    expect(touched(event('Subjects Added to Group', 'g9'), event('User Group Deleted', 'g9'))).toEqual({});
  });

  it('puts several events together', () => {
    expect(
      touched(event('Policy Created', 'u1'), event('Policy Created', 'u2'), event('Policy Deleted', 'u1')),
    ).toEqual({
      memberGrants: ['u1', 'u2'],
    });
  });
});

describe('effectOf', () => {
  it.each([
    'Source Created',
    'Integrations Modified',
    'Destination Filter Enabled',
    'Warehouse Run Failed',
    'Tracking Plan New Group Trait Omitted',
    'Storage Destination Settings Validation',
    'Space Modified',
    'Workspace Regulation Created',
    'Audience Deleted',
    'Label Created',
  ])('knows that %s is not about access', (type) => {
    expect(effectOf(type)).toBe('nothing');
  });

  it.each([
    'Source Access Granted',
    'Space Role Changed',
    'User Signed In',
    'Workspace Owner Changed',
    'Audience Permission Updated',
    'Sourcery',
    'constructor',
    '',
  ])('does not know %s', (type) => {
    expect(effectOf(type)).toBeNull();
  });
});
