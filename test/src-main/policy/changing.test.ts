import type { Snapshot } from '@contract/snapshot';
import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../src-main/cli/scenarios/scenario-changes';
import { apply } from '../../../src-main/policy/changes/apply';
import { judgeChange } from '../../../src-main/policy/granting/judge-change';
import { compile } from '../../../src-main/policy/policy';
import { grant, group, label, member, resources, scopes } from '../../fixtures/snapshot';
import { alone, business, grantVerdict, oneOfEach, target, verdict, workspaceOf } from './asking';

const labels = ['env:prod', 'env:dev', 'team:web'].map(label);
const holder = { kind: 'member', id: 'x' } as const;
const of = (plan: Snapshot['beyondApi']['plan'], grants: ReturnType<typeof grant>[] = []) =>
  workspaceOf(plan, { members: [member('x', { grants })], labels, resources: oneOfEach });

function changed(snapshot: Snapshot, change: Parameters<typeof apply>[1]): Snapshot {
  const applied = apply(snapshot, change);
  if (applied.kind === 'impossible') throw new Error(applied.reason);
  return applied.snapshot;
}

describe('what may be granted', () => {
  it('R38: Free and Team grant owners and source admins; an unknown plan leaves the rest open', () => {
    const roles = [
      'Workspace Owner',
      'Source Admin',
      'Source Read-only',
      'Function Admin',
      'Workspace Member',
    ];
    const verdicts = (plan: Snapshot['beyondApi']['plan']) =>
      roles.map((name) => grantVerdict(of(plan), grant(name)));
    expect(verdicts('team')).toEqual(['accepted', 'accepted', 'refused', 'refused', 'refused']);
    expect(verdicts('free')).toEqual(verdicts('team'));
    expect(verdicts('business')).toEqual(Array(5).fill('accepted'));
    expect(verdicts(null)).toEqual(['accepted', 'accepted', 'unknown', 'unknown', 'unknown']);
  });

  it('R39: a role takes the scopes that the catalogue gives it, labels on Business only', () => {
    const byLabel = grant('Source Admin', scopes.labels('env:prod'));
    expect(grantVerdict(of('business'), byLabel)).toBe('accepted');
    expect(grantVerdict(of('team'), byLabel)).toBe('refused');
    expect(grantVerdict(of('team'), grant('Source Admin', scopes.sources('S')))).toBe('accepted');
    expect(grantVerdict(of('business'), grant('Source Admin', scopes.spaces('P')))).toBe('refused');
    expect(grantVerdict(of('business'), grant('PII Access', scopes.labels('env:prod')))).toBe('refused');
    expect(grantVerdict(of('business'), grant('Source Admin', scopes.unknown))).toBe('refused');
    const warehouse = { kind: 'list' as const, resources: [{ type: 'WAREHOUSE' as const, id: 'W' }] };
    expect(
      judgeChange(of('business'), { kind: 'addGrant', holder, grant: grant('Warehouse Admin', warehouse) }),
    ).toMatchObject({
      verdict: 'refused',
      reasons: [{ reading: 'warehouseLists' }],
    });
  });

  it('R40: what a grant names must exist, or its list be unread', () => {
    expect(grantVerdict(of('business'), grant('Source Admin', scopes.labels('no:no')))).toBe('refused');
    expect(grantVerdict(of('business'), grant('Source Admin', scopes.sources('none')))).toBe('refused');
    const unread = { ...of('business'), unknowns: [{ subject: 'sources' as const, reason: 'Not read.' }] };
    expect(grantVerdict(unread, grant('Source Admin', scopes.sources('none')))).toBe('unknown');
  });

  it('R41: two values of one key in one grant are refused', () => {
    expect(grantVerdict(of('business'), grant('Source Admin', scopes.labels('env:prod', 'env:dev')))).toBe(
      'refused',
    );
  });

  it('R42: other labels for a role that is held by label are refused; the same ones are not', () => {
    const held = of('business', [grant('Source Admin', scopes.labels('env:prod'))]);
    expect(grantVerdict(held, grant('Source Admin', scopes.labels('team:web')))).toBe('refused');
    expect(grantVerdict(held, grant('Source Read-only', scopes.labels('team:web')))).toBe('accepted');
    expect(grantVerdict(held, grant('Source Admin', scopes.labels('env:prod')))).toBe('accepted');
  });

  it('R43: an unknown role leaves the verdict open', () => {
    expect(grantVerdict(of('business'), grant('Night Porter'))).toBe('unknown');
  });

  it('R44: access is changed by owners, the labels of a source by its admins', () => {
    const snapshot = business({
      members: [
        member('owner', { grants: [grant('Workspace Owner')] }),
        member('admin', { grants: [grant('Source Admin', scopes.sources('S'))] }),
        member('odd', { grants: null }),
      ],
      labels,
      resources: oneOfEach,
    });
    const by = (actor: string, change: Parameters<typeof apply>[1]) =>
      judgeChange(snapshot, change, { actor, offers: new Map() }).verdict;
    const give = {
      kind: 'addGrant',
      holder: { kind: 'member', id: 'admin' },
      grant: grant('PII Access'),
    } as const;
    const wear = {
      kind: 'addLabel',
      resource: { type: 'SOURCE', id: 'S' },
      label: label('team:web'),
    } as const;
    expect([by('owner', give), by('admin', give), by('odd', give)]).toEqual([
      'accepted',
      'refused',
      'unknown',
    ]);
    expect([by('owner', wear), by('admin', wear)]).toEqual(['accepted', 'accepted']);
    expect(by('admin', { kind: 'createLabel', label: label('a:b') })).toBe('refused');
  });
});

describe('changes', () => {
  it.each(['1a:b', 'a:1b', '-a:b', 'a:-b', 'a', 'a:', ':a', 'a b:c', 'a:b!', 'a_b:c', 'é:b'])(
    'R45: the label %j is refused',
    (text) => {
      expect(verdict(business(), { kind: 'createLabel', label: label(text) })).toBe('refused');
    },
  );

  it('R45: well spelled labels are accepted once', () => {
    for (const text of ['a:b', 'my-key:My-value2', 'k1:v2']) {
      expect(verdict(business(), { kind: 'createLabel', label: label(text) })).toBe('accepted');
    }
    expect(verdict(of('business'), { kind: 'createLabel', label: label('env:prod') })).toBe('refused');
  });

  it('R46: five custom labels below Business', () => {
    const five = ['environment:dev', 'environment:prod', 'a:a', 'a:b', 'a:c', 'a:d', 'b:a'].map(label);
    const sixth = (plan: Snapshot['beyondApi']['plan']) =>
      verdict(workspaceOf(plan, { labels: five }), { kind: 'createLabel', label: label('a:z') });
    expect([sixth('free'), sixth('team'), sixth('business'), sixth(null)]).toEqual([
      'refused',
      'refused',
      'accepted',
      'unknown',
    ]);
    const four = workspaceOf('team', { labels: five.slice(1) });
    expect(verdict(four, { kind: 'createLabel', label: label('environment:dev') })).toBe('accepted');
  });

  it('R47: a label in use cannot be deleted; what is hidden leaves it open', () => {
    const remove = { kind: 'deleteLabel', label: label('team:web') } as const;
    const base = (parts: Partial<Snapshot>) => business({ labels, ...parts });
    const byWeb = grant('Source Admin', scopes.labels('team:web', 'env:dev'));
    expect(verdict(base({}), remove)).toBe('accepted');
    expect(verdict(base({ resources: [resources.space('P', ['team:web'])] }), remove)).toBe('refused');
    expect(verdict(base({ members: [member('x', { grants: [byWeb] })] }), remove)).toBe('refused');
    expect(verdict(base({ groups: [group('g', { grants: [byWeb] })] }), remove)).toBe('refused');
    expect(verdict(base({ resources: [resources.space('P', null)] }), remove)).toBe('unknown');
    expect(verdict(base({ invites: [{ email: 'n' }] }), remove)).toBe('unknown');
    const offers = new Map([['n', [byWeb]]]);
    expect(judgeChange(base({ invites: [{ email: 'n' }] }), remove, { actor: null, offers }).verdict).toBe(
      'refused',
    );
    expect(verdict(base({}), { kind: 'deleteLabel', label: label('no:no') })).toBe('refused');
  });

  it('R49: labels on sources and spaces, existing ones, one value for each key', () => {
    const put = (type: 'SOURCE' | 'WAREHOUSE' | 'SPACE', id: string, text: string) =>
      verdict(of('business'), { kind: 'addLabel', resource: { type, id }, label: label(text) });
    expect(put('SOURCE', 'S', 'team:web')).toBe('accepted');
    expect(put('SPACE', 'P', 'team:web')).toBe('accepted');
    expect(put('SOURCE', 'S', 'env:prod')).toBe('accepted');
    expect(put('SOURCE', 'S', 'env:dev')).toBe('refused');
    expect(put('SOURCE', 'S', 'no:no')).toBe('refused');
    expect(put('WAREHOUSE', 'W', 'team:web')).toBe('refused');
    const off = {
      kind: 'removeLabel',
      resource: { type: 'SOURCE', id: 'S' },
      label: label('team:web'),
    } as const;
    expect(verdict(of('business'), off)).toBe('refused');
    const hidden = business({ labels, resources: [resources.space('P', null)] });
    expect(
      verdict(hidden, { kind: 'addLabel', resource: { type: 'SPACE', id: 'P' }, label: label('team:web') }),
    ).toBe('unknown');
  });

  it('R50: of two equal grants one is taken away', () => {
    const twice = alone([grant('Source Admin'), grant('Source Admin')]);
    const once = changed(twice, { kind: 'removeGrant', holder, grant: grant('Source Admin') });
    expect(once.members[0]?.grants).toHaveLength(1);
    expect(changed(once, { kind: 'setGrants', holder, grants: [] }).members[0]?.grants).toEqual([]);
    expect(verdict(once, { kind: 'removeGrant', holder, grant: grant('PII Access') })).toBe('refused');
  });

  it('R51: joining twice changes nothing, leaving asks to be in', () => {
    const snapshot = business({ members: [member('x')], groups: [group('g')] });
    const join = { kind: 'addToGroup', groupId: 'g', memberId: 'x' } as const;
    const joined = changed(snapshot, join);
    expect(joined.groups[0]).toMatchObject({ memberIds: ['x'], memberCount: 1 });
    expect(changed(joined, join)).toEqual(joined);
    expect(verdict(snapshot, { kind: 'removeFromGroup', groupId: 'g', memberId: 'x' })).toBe('refused');
    expect(verdict(snapshot, { ...join, memberId: 'nobody' })).toBe('refused');
  });

  it('R52, R53: deleting a group keeps members; leaving the workspace leaves groups', () => {
    const snapshot = business({ members: [member('x')], groups: [group('g', { memberIds: ['x'] })] });
    expect(changed(snapshot, { kind: 'deleteGroup', groupId: 'g' }).members).toEqual(snapshot.members);
    const left = changed(snapshot, { kind: 'removeMember', memberId: 'x' });
    expect(left.groups[0]).toMatchObject({ memberIds: [], memberCount: 0 });
    expect(changed(left, { kind: 'addMember', member: member('x') }).groups[0]?.memberIds).toEqual([]);
  });

  it('R54: invites go to strangers, once, and lead into their groups', () => {
    const snapshot = business({
      members: [member('x')],
      groups: [group('g', { invitedEmails: ['n'], memberCount: 1 })],
      invites: [{ email: 'n' }],
    });
    const invite = (email: string, grants = [grant('Source Admin')]) =>
      ({ kind: 'invite', email, grants }) as const;
    expect(verdict(snapshot, invite('new'))).toBe('accepted');
    expect(verdict(snapshot, invite('n'))).toBe('refused');
    expect(verdict(snapshot, invite('x@example.com'))).toBe('refused');
    expect(verdict(snapshot, invite('new', [grant('Source Admin', scopes.labels('no:no'))]))).toBe('refused');
    const accept = { kind: 'acceptInvite', email: 'n', member: member('n') } as const;
    expect(changed(snapshot, accept).groups[0]).toMatchObject({ memberIds: ['n'], invitedEmails: [] });
    expect(verdict(changed(snapshot, { kind: 'revokeInvite', email: 'n' }), accept)).toBe('refused');
  });

  it('R54: an invite to a member or an invited address cannot be applied, in whatever case it is written', () => {
    const snapshot = business({ members: [member('x')], invites: [{ email: 'n@example.com' }] });
    const invite = (email: string) => apply(snapshot, { kind: 'invite', email, grants: [] });
    expect(invite('X@Example.com')).toMatchObject({
      kind: 'impossible',
      reason: '`X@Example.com` is a member already',
    });
    expect(invite('N@example.com')).toMatchObject({
      kind: 'impossible',
      reason: '`N@example.com` is invited already',
    });
    expect(invite('x')).toMatchObject({ kind: 'impossible' });
    expect(invite('x+workspace@example.com').kind).toBe('applied');
    const grants = [grant('Night Porter')];
    expect(verdict(snapshot, { kind: 'invite', email: 'x@example.com', grants })).toBe('refused');
  });

  it('R54: who is a member meanwhile cannot accept, and joining twice is one person', () => {
    const snapshot = business({ members: [member('x', { email: 'n' })], invites: [{ email: 'n' }] });
    expect(verdict(snapshot, { kind: 'acceptInvite', email: 'n', member: member('y') })).toBe('refused');
    expect(verdict(snapshot, { kind: 'addMember', member: member('y', { email: 'N' }) })).toBe('refused');
  });

  it('R54, R31: accepting never makes an unread group look empty, nor leaves a group out unseen', () => {
    const accept = { kind: 'acceptInvite', email: 'n', member: member('n') } as const;
    const of = (parts: Parameters<typeof group>[1]) =>
      business({
        invites: [{ email: 'n' }],
        groups: [group('g', { grants: [grant('Source Admin')], ...parts })],
        resources: oneOfEach,
      });
    const unread = changed(of({ memberIds: null, memberCount: 0, invitedEmails: ['n'] }), accept);
    expect(compile(unread).check('n', 'edit', target('SOURCE:S'))).toBe('unknown');
    const neither = changed(of({ memberIds: null, memberCount: 0, invitedEmails: null }), accept);
    expect(compile(neither).check('n', 'edit', target('SOURCE:S'))).toBe('unknown');
    const hidden = of({ memberIds: [], invitedEmails: null });
    expect(apply(hidden, accept)).toMatchObject({ kind: 'impossible', unseen: true });
    expect(verdict(hidden, accept)).toBe('unknown');
    const known = changed(of({ memberIds: [], memberCount: 0, invitedEmails: ['n'] }), accept);
    expect(known.groups[0]).toMatchObject({ memberIds: ['n'], memberCount: 1, invitedEmails: [] });
  });

  it('R30, R51: what could not be read cannot be changed, and nobody says that Segment refuses', () => {
    const snapshot = business({
      members: [member('x', { grants: null })],
      groups: [group('g', { memberIds: null, memberCount: 2 })],
    });
    expect(verdict(snapshot, { kind: 'addToGroup', groupId: 'g', memberId: 'x' })).toBe('unknown');
    expect(verdict(snapshot, { kind: 'removeFromGroup', groupId: 'g', memberId: 'x' })).toBe('unknown');
    expect(verdict(snapshot, { kind: 'addGrant', holder, grant: grant('Source Admin') })).toBe('unknown');
    const nowhere = { kind: 'member', id: 'nobody' } as const;
    expect(verdict(snapshot, { kind: 'addGrant', holder: nowhere, grant: grant('Night Porter') })).toBe(
      'refused',
    );
  });

  it.each(['sources', 'spaces', 'members', 'groups', 'invites'] as const)(
    'R47: deleting a label is open when the list of %s could not be read',
    (subject) => {
      const unread = business({ labels, unknowns: [{ subject, reason: 'Not read.' }] });
      expect(verdict(unread, { kind: 'deleteLabel', label: label('team:web') })).toBe('unknown');
    },
  );

  it('R44: a destination is added by who may edit its source', () => {
    const snapshot = business({
      members: [
        member('admin', { grants: [grant('Source Admin', scopes.sources('S'))] }),
        member('reader', { grants: [grant('Source Read-only')] }),
      ],
      resources: oneOfEach,
    });
    const by = (actor: string) =>
      judgeChange(
        snapshot,
        { kind: 'addResource', resource: resources.destination('E', 'S') },
        { actor, offers: new Map() },
      ).verdict;
    expect([by('admin'), by('reader')]).toEqual(['accepted', 'refused']);
  });

  it('R48: a label is never renamed', () => {
    const step = { op: 'renameLabel', label: 'a:b', to: 'a:c', expect: 'refused' } as const;
    expect(changeOf(step, new Map())).toEqual({ kind: 'never', reason: 'a label cannot be renamed' });
  });

  it('R55: the last owner stays', () => {
    const owners = business({
      members: [member('x', { grants: [grant('Workspace Owner')] }), member('y')],
      groups: [group('g', { memberIds: ['y'], grants: [grant('Workspace Owner')] })],
    });
    const leave = { kind: 'removeMember', memberId: 'x' } as const;
    expect(verdict(owners, leave)).toBe('accepted');
    expect(verdict({ ...owners, groups: [] }, leave)).toBe('refused');
    expect(verdict(business({ members: [member('x')] }), leave)).toBe('accepted');
  });

  it('R55, R1: an owner is known by the role’s id too, and a hidden one leaves it open', () => {
    const boss = { roleId: 'r1', roleName: 'Boss', scope: scopes.all };
    const roles = [{ id: 'r1', name: 'Workspace Owner', description: '' }];
    const leave = { kind: 'removeMember', memberId: 'x' } as const;
    const one = business({ roles, members: [member('x', { grants: [boss] }), member('y')] });
    expect(verdict(one, leave)).toBe('refused');
    const hidden = { ...one, members: [member('x', { grants: [boss] }), member('y', { grants: null })] };
    expect(verdict(hidden, leave)).toBe('unknown');
    const two = { ...one, members: [member('x', { grants: [boss] }), member('y', { grants: [boss] })] };
    expect(verdict(two, leave)).toBe('accepted');
    const unread = business({
      members: [member('x', { grants: [grant('Workspace Owner')] }), member('y')],
      groups: [group('g', { memberIds: null, memberCount: 1, grants: [grant('Workspace Owner')] })],
    });
    expect(verdict(unread, leave)).toBe('unknown');
  });

  it('R56: a new resource is new, wears existing labels and hangs on an existing source', () => {
    const add = (resource: (typeof oneOfEach)[number]) =>
      verdict(of('business'), { kind: 'addResource', resource });
    expect(add(resources.source('N', 'env:prod'))).toBe('accepted');
    expect(add(resources.source('N', 'no:no'))).toBe('refused');
    expect(add(resources.source('S'))).toBe('refused');
    expect(add(resources.destination('E', 'S'))).toBe('accepted');
    expect(add(resources.destination('E', 'none'))).toBe('refused');
  });

  it('R58: edits of one list that build on each other are taken back the last one first', () => {
    const put = (at: number, text: string) =>
      ({ collection: 'labels', at, before: null, after: label(text) }) as const;
    const snapshot = business({ labels });
    const applied = apply(snapshot, { kind: 'restore', edits: [put(0, 'a:a'), put(0, 'a:b')] });
    if (applied.kind === 'impossible') throw new Error(applied.reason);
    expect(applied.snapshot.labels.slice(0, 2)).toEqual([label('a:b'), label('a:a')]);
    expect(changed(applied.snapshot, applied.inverse)).toEqual(snapshot);
  });

  it('R57: groups are made on Business', () => {
    const make = (plan: Snapshot['beyondApi']['plan']) =>
      verdict(workspaceOf(plan), { kind: 'createGroup', groupId: 'g', name: 'G' });
    expect([make('business'), make('team'), make(null)]).toEqual(['accepted', 'refused', 'unknown']);
  });
});
