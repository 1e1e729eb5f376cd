import { describe, expect, it } from 'vitest';
import { grantOf } from '../../../src-main/cli/scenarios/scenario-snapshot';
import { compile } from '../../../src-main/policy/policy';
import { grant, group, member, resources, scopes } from '../../fixtures/snapshot';
import { alone, business, decideFor, effectFor, oneOfEach } from './asking';

describe('roles and scopes', () => {
  it('R1: a role is known by its name or alias, else by the name of its id in the workspace', () => {
    expect(effectFor(alone([grant('  engage ADMIN')]), 'edit', 'SPACE:P')).toBe('allowed');
    const odd = { ...grant('Zzz'), roleId: 'r1' };
    const snapshot = { ...alone([odd]), roles: [{ id: 'r1', name: 'Source Admin', description: '' }] };
    expect(effectFor(snapshot, 'edit', 'SOURCE:S')).toBe('allowed');
    expect(effectFor({ ...snapshot, roles: [] }, 'edit', 'SOURCE:S')).toBe('unknown');
  });

  it('R2: grants add up, the highest wins, a narrow one takes nothing away', () => {
    const snapshot = alone([grant('Source Read-only'), grant('Source Admin', scopes.labels('env:none'))]);
    expect(effectFor(snapshot, 'view', 'SOURCE:S')).toBe('allowed');
    expect(effectFor(snapshot, 'edit', 'SOURCE:S')).toBe('denied');
    const both = alone([grant('Source Read-only'), grant('Source Admin', scopes.sources('S'))]);
    expect(compile(both).level('x', { type: 'SOURCE', id: 'S' }).atLeast).toBe('admin');
  });

  it('R3: a group gives to those in it; an invite gives nothing', () => {
    const snapshot = business({
      members: [member('x'), member('y')],
      groups: [group('g', { memberIds: ['x'], invitedEmails: ['new'], grants: [grant('Source Admin')] })],
      invites: [{ email: 'new' }],
      resources: oneOfEach,
    });
    const policy = compile(snapshot);
    expect(policy.whoCanReach({ kind: 'resource', type: 'SOURCE', id: 'S' })).toMatchObject({
      allowed: ['x'],
      unknown: [],
    });
    expect(policy.decide('new', 'view', { kind: 'resource', type: 'SOURCE', id: 'S' })).toMatchObject({
      effect: 'denied',
      errors: [{ kind: 'noSuchMember', message: expect.stringContaining('invited') }],
    });
  });

  it('R4: all reaches every resource of the kinds of the role, and no other', () => {
    const snapshot = alone([grant('Source Read-only')]);
    const reached = compile(snapshot)
      .whatCanReach('x')
      .allowed.map(({ type }) => type);
    expect(reached).toEqual(['SOURCE', 'DESTINATION']);
  });

  it('R5: a list reaches what it names, by type and id', () => {
    const list = [resources.source('S'), resources.source('N'), resources.space('S')];
    const reached = compile(alone([grant('Source Admin', scopes.sources('S'))], list)).whatCanReach(
      'x',
    ).allowed;
    expect(reached).toEqual([{ type: 'SOURCE', id: 'S' }]);
  });

  it('R6: labels of one grant are AND, grants are OR, nothing reaches the unlabelled', () => {
    const list = [
      resources.source('A', 'env:prod', 'brand:a'),
      resources.source('B', 'env:prod', 'brand:b'),
      resources.source('C'),
    ];
    const reach = (...labels: string[]) =>
      compile(alone([grant('Source Admin', scopes.labels(...labels))], list))
        .whatCanReach('x')
        .allowed.map(({ id }) => id);
    expect(reach('env:prod')).toEqual(['A', 'B']);
    expect(reach('env:prod', 'brand:b')).toEqual(['B']);
    expect(reach('brand:a', 'brand:b')).toEqual([]);
    const groups = ['a', 'b'].map((value) =>
      group(value, { memberIds: ['x'], grants: [grant('Source Admin', scopes.labels(`brand:${value}`))] }),
    );
    const snapshot = business({ members: [member('x')], groups, resources: list });
    expect(
      compile(snapshot)
        .whatCanReach('x')
        .allowed.map(({ id }) => id),
    ).toEqual(['A', 'B']);
  });

  it('R8: a destination follows its source, by list, label and all, even one that is not there', () => {
    const far = [...oneOfEach, resources.destination('E', 'elsewhere')];
    expect(effectFor(alone([grant('Source Admin', scopes.sources('S'))]), 'edit', 'DESTINATION:D')).toBe(
      'allowed',
    );
    expect(
      effectFor(alone([grant('Source Admin', scopes.labels('env:prod'))]), 'edit', 'DESTINATION:D'),
    ).toBe('allowed');
    expect(effectFor(alone([grant('Source Admin', scopes.labels('env:dev'))]), 'view', 'DESTINATION:D')).toBe(
      'denied',
    );
    expect(
      effectFor(alone([grant('Source Admin', scopes.sources('elsewhere'))], far), 'edit', 'DESTINATION:E'),
    ).toBe('allowed');
  });

  it('R9: tracking plans by all only; labels never reach warehouses and functions', () => {
    expect(effectFor(alone([grant('Tracking Plan Admin')]), 'edit', 'TRACKING_PLAN:T')).toBe('allowed');
    expect(effectFor(alone([grant('Source Admin', scopes.labels('env:prod'))]), 'view', 'WAREHOUSE:W')).toBe(
      'denied',
    );
  });

  it('R10: a reverse ETL source is a source', () => {
    const reverse = { ...resources.source('R'), categories: ['Reverse ETL'] };
    expect(effectFor(alone([grant('Source Admin')], [reverse]), 'edit', 'SOURCE:R')).toBe('allowed');
  });
});

describe('what cannot be seen', () => {
  it('R27: an unknown role may give anything within its scope and in the workspace, and unmask PII', () => {
    const listed = alone([grant('Night Porter', scopes.sources('S'))]);
    expect(effectFor(listed, 'edit', 'SOURCE:S')).toBe('unknown');
    expect(effectFor(listed, 'edit', 'DESTINATION:D')).toBe('unknown');
    expect(effectFor(listed, 'view', 'SPACE:P')).toBe('denied');
    expect(effectFor(listed, 'createFunction')).toBe('unknown');
    expect(effectFor(listed, 'createToken')).toBe('unknown');
    expect(effectFor(alone([grant('Night Porter')]), 'createToken')).toBe('unknown');
    const reader = alone([grant('Night Porter', scopes.spaces('P')), grant('Source Read-only')]);
    expect(effectFor(reader, 'viewPii', 'SOURCE:S')).toBe('unknown');
  });

  it('R28: an unclear scope, or one that the role does not take, may be anything of the role', () => {
    const unclear = alone([grant('Source Admin', scopes.unknown)]);
    expect(effectFor(unclear, 'edit', 'SOURCE:S')).toBe('unknown');
    expect(effectFor(unclear, 'createSource')).toBe('unknown');
    expect(effectFor(unclear, 'view', 'SPACE:P')).toBe('denied');
    const mixed = alone([
      grant('Source Admin', {
        kind: 'list',
        resources: [
          { type: 'SOURCE', id: 'S' },
          { type: 'SPACE', id: 'P' },
        ],
      }),
    ]);
    expect(effectFor(mixed, 'edit', 'SOURCE:S')).toBe('unknown');
    const strange = alone([grant('Function Admin', scopes.labels('env:prod'))]);
    expect(effectFor(strange, 'view', 'FUNCTION:F')).toBe('unknown');
    expect(decideFor(strange, 'view', 'FUNCTION:F').reasons[0]?.doubt).toContain('does not describe');
  });

  it('R29: hidden labels leave label grants open', () => {
    const list = [resources.space('P', null), resources.destination('D', 'gone')];
    expect(effectFor(alone([grant('Engage User', scopes.labels('a:b'))], list), 'view', 'SPACE:P')).toBe(
      'unknown',
    );
    expect(effectFor(alone([grant('Engage User')], list), 'view', 'SPACE:P')).toBe('allowed');
    expect(
      effectFor(alone([grant('Source Admin', scopes.labels('a:b'))], list), 'view', 'DESTINATION:D'),
    ).toBe('unknown');
  });

  it('R30: unread grants may be anything, for the member or for those in the group', () => {
    expect(effectFor(alone(null), 'createToken')).toBe('unknown');
    const members = [member('x'), member('y')];
    const snapshot = business({
      members,
      groups: [group('g', { memberIds: ['x'], grants: null })],
      resources: oneOfEach,
    });
    const policy = compile(snapshot);
    expect(policy.check('x', 'edit', { kind: 'resource', type: 'WAREHOUSE', id: 'W' })).toBe('unknown');
    expect(policy.check('y', 'edit', { kind: 'resource', type: 'WAREHOUSE', id: 'W' })).toBe('denied');
    expect(decideFor(snapshot, 'edit', 'WAREHOUSE:W').reasons[0]?.path).toEqual({
      kind: 'unread',
      subject: 'groupGrants',
      id: 'g',
    });
  });

  it('R31: in a group whose members could not be read may be everybody, unless it is empty', () => {
    const unread = (memberCount: number) =>
      business({
        members: [member('x')],
        groups: [group('g', { memberIds: null, memberCount, grants: [grant('Source Admin')] })],
        resources: oneOfEach,
      });
    expect(effectFor(unread(2), 'edit', 'SOURCE:S')).toBe('unknown');
    expect(effectFor(unread(2), 'edit', 'SPACE:P')).toBe('denied');
    expect(effectFor(unread(0), 'edit', 'SOURCE:S')).toBe('denied');
  });

  it('R32: without the list of groups anything is possible', () => {
    const snapshot = { ...alone([]), unknowns: [{ subject: 'groups' as const, reason: 'Not read.' }] };
    expect(effectFor(snapshot, 'edit', 'SOURCE:S')).toBe('unknown');
    expect(effectFor(snapshot, 'manageAccess')).toBe('unknown');
  });

  it('R33: a function without an id may be in any list of functions', () => {
    const scope = { kind: 'list' as const, resources: [{ type: 'FUNCTION' as const, id: 'other' }] };
    const snapshot = alone([grant('Function Admin', scope)]);
    expect(effectFor(snapshot, 'view', 'FUNCTION:F')).toBe('denied');
    const unknowns = [{ subject: 'functions' as const, id: 'F', reason: 'No id.' }];
    expect(effectFor({ ...snapshot, unknowns }, 'view', 'FUNCTION:F')).toBe('unknown');
  });
});

describe('disputed readings', () => {
  it('R35: a warehouse list reaches all warehouses, the unnamed ones by one reading', () => {
    const scope = { kind: 'list' as const, resources: [{ type: 'WAREHOUSE' as const, id: 'W' }] };
    const snapshot = alone(
      [grant('Warehouse Admin', scope)],
      [resources.warehouse('W'), resources.warehouse('V')],
    );
    expect(decideFor(snapshot, 'edit', 'WAREHOUSE:W').ambiguous).toBeUndefined();
    expect(decideFor(snapshot, 'edit', 'WAREHOUSE:V')).toMatchObject({
      effect: 'allowed',
      ambiguous: { readings: ['warehouseLists'], otherwise: 'denied' },
    });
  });

  it('R36: two label grants of one role are two ways in, by one reading', () => {
    const list = [resources.source('A', 'b:a'), resources.source('AB', 'b:a', 'c:d')];
    const grants = [grant('Source Admin', scopes.labels('b:a')), grant('Source Admin', scopes.labels('c:d'))];
    expect(decideFor(alone(grants, list), 'edit', 'SOURCE:A').ambiguous).toEqual({
      readings: ['sameRoleLabels'],
      otherwise: 'denied',
    });
    expect(decideFor(alone(grants, list), 'edit', 'SOURCE:AB').ambiguous).toBeUndefined();
    const twice = [grant('Source Admin', scopes.labels('b:a')), grant('Source Admin', scopes.labels('b:a'))];
    expect(decideFor(alone(twice, list), 'edit', 'SOURCE:A').ambiguous).toBeUndefined();
    expect(compile(alone(grants, list)).level('x', { type: 'SOURCE', id: 'A' })).toEqual({
      atLeast: 'admin',
      atMost: 'admin',
      undisputed: 'none',
      readings: ['sameRoleLabels'],
    });
  });

  it('R7: a scenario spells no restriction as no labels', () => {
    expect(grantOf({ role: 'Source Admin', scope: { kind: 'labels', labels: [] } }).scope).toEqual({
      kind: 'all',
    });
  });
});

describe('lists that could not be read', () => {
  it('R59: who can and what can say that there may be more', () => {
    const unread = (subject: 'members' | 'sources') => ({
      ...alone([grant('Source Admin')]),
      unknowns: [{ subject, reason: `${subject} answered 403` }],
    });
    const asked = { kind: 'resource', type: 'SOURCE', id: 'S' } as const;
    const error = (message: string) => [{ kind: 'unreadList', message }];
    const people = compile(unread('members'));
    expect(people.whoCanReach(asked).errors).toEqual(error('members answered 403'));
    expect(people.whoCanReach(asked, 'edit').errors).toEqual(error('members answered 403'));
    const things = compile(unread('sources'));
    expect(things.whatCanReach('x').errors).toEqual(error('sources answered 403'));
    expect(things.whatCanReach('x', 'viewWriteKey').errors).toEqual(error('sources answered 403'));
    expect(things.whatCanReach('x', 'viewUnify').errors).toEqual([]);
    expect(compile(alone([grant('Source Admin')])).whoCanReach(asked).errors).toEqual([]);
  });
});
