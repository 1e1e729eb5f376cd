import { describe, expect, it } from 'vitest';
import { actionTargets, workspaceActions } from '../../../src-main/policy/catalogue/action-targets';
import { actionSchema } from '../../../src-main/policy/catalogue/role-schema';
import { readCell } from '../../../src-main/policy/matrix/cell';
import { compile } from '../../../src-main/policy/policy';
import { grant, group, member, resources, scopes } from '../../fixtures/snapshot';
import { alone, business, decideFor, effectFor, oneOfEach, target } from './asking';

const owner = alone([grant('Workspace Owner')]);

describe('actions', () => {
  it('R11: an action asked of another target is denied with an error, for owners too', () => {
    expect(decideFor(owner, 'viewWriteKey', 'SPACE:P')).toMatchObject({
      effect: 'denied',
      errors: [{ kind: 'actionDoesNotApply' }],
    });
    expect(effectFor(owner, 'editLabels', 'WAREHOUSE:W')).toBe('denied');
    expect(effectFor(owner, 'view')).toBe('denied');
    expect(effectFor(owner, 'createToken', 'SOURCE:S')).toBe('denied');
    expect(effectFor(owner, 'connect', 'SOURCE:S')).toBe('denied');
  });

  it('R12: a role gives the actions that it permits on the kind', () => {
    const reader = alone([grant('Source Read-only')]);
    const given = actionSchema.options.filter(
      (action) => Array.isArray(actionTargets[action]) && effectFor(reader, action, 'SOURCE:S') === 'allowed',
    );
    expect(given).toEqual(['view', 'viewDebugger', 'viewSchema', 'viewTransformations']);
    const user = alone([grant('Engage User')]);
    expect(effectFor(user, 'editEngage', 'SPACE:P')).toBe('allowed');
    expect(effectFor(user, 'editUnify', 'SPACE:P')).toBe('denied');
  });

  it('R13: only Source Admin over all makes sources', () => {
    expect(effectFor(alone([grant('Source Admin')]), 'createSource')).toBe('allowed');
    expect(effectFor(alone([grant('Source Admin', scopes.sources('S'))]), 'createSource')).toBe('denied');
    expect(effectFor(alone([grant('Source Admin', scopes.labels('env:prod'))]), 'createSource')).toBe(
      'denied',
    );
    expect(effectFor(alone([grant('Identity Admin')]), 'editIdentitySettings')).toBe('allowed');
    expect(effectFor(alone([grant('Entities Read-only')]), 'editEntities')).toBe('denied');
  });

  it('R14: owners may do everything, and alone some of it', () => {
    for (const { type, id } of oneOfEach) {
      for (const action of actionSchema.options) {
        const targets = actionTargets[action];
        if (targets === 'workspace' || targets === 'pair' || !targets.includes(type)) continue;
        expect(effectFor(owner, action, `${type}:${id}`), `${action} ${type}`).toBe('allowed');
      }
    }
    for (const action of workspaceActions) expect(effectFor(owner, action)).toBe('allowed');
    const others = [
      'Source Admin',
      'End User Privacy Admin',
      'PII Access',
      'Identity Admin',
      'Entities Admin',
    ];
    const all = alone(others.map((name) => grant(name)));
    for (const action of [
      'manageAccess',
      'manageLabels',
      'createToken',
      'viewAuditTrail',
      'openPrivacyPortal',
    ] as const) {
      expect(effectFor(all, action), action).toBe('denied');
    }
  });

  it('R15: the two empty roles give nothing', () => {
    const snapshot = alone([grant('Workspace Member'), grant('Minimal Workspace Access')]);
    expect(compile(snapshot).whatCanReach('x')).toEqual({ allowed: [], unknown: [], errors: [] });
    for (const action of workspaceActions) expect(effectFor(snapshot, action)).toBe('denied');
  });

  it('R16: PII Access unmasks where the member reaches, and only there', () => {
    const snapshot = alone([grant('PII Access'), grant('Source Read-only', scopes.sources('S'))]);
    expect(effectFor(snapshot, 'viewPii', 'SOURCE:S')).toBe('allowed');
    expect(effectFor(snapshot, 'viewPii', 'SPACE:P')).toBe('denied');
    expect(effectFor(alone([grant('PII Access')]), 'view', 'SOURCE:S')).toBe('denied');
    expect(effectFor(alone([grant('Source Admin')]), 'viewPii', 'SOURCE:S')).toBe('denied');
    expect(decideFor(snapshot, 'viewPii', 'SOURCE:S').reasons.map(({ leg }) => leg)).toEqual([
      'resource',
      'pii',
    ]);
  });

  it.each([
    ['a list', scopes.sources('other')],
    ['labels', scopes.labels('no:no')],
    ['an unclear scope', scopes.unknown],
  ])('R16: no scope narrows PII: %s', (_, scope) => {
    for (const role of ['PII Access', 'Workspace Owner']) {
      const snapshot = alone([grant(role, scope), grant('Source Read-only')]);
      expect(effectFor(snapshot, 'viewPii', 'SOURCE:S'), role).toBe('allowed');
      expect(effectFor(snapshot, 'downloadPii', 'SOURCE:S'), role).toBe('allowed');
      const cell = compile(snapshot).matrixWindow(['x'], [{ type: 'SOURCE', id: 'S' }])[0] ?? 0;
      expect(readCell(cell), role).toMatchObject({ pii: true, piiPossible: true });
    }
  });

  it('R16, R31: who perhaps holds PII Access perhaps sees PII', () => {
    const snapshot = business({
      members: [member('x', { grants: [grant('Source Read-only')] })],
      groups: [
        group('g', { memberIds: null, memberCount: 1, grants: [grant('PII Access', scopes.unknown)] }),
      ],
      resources: oneOfEach,
    });
    expect(effectFor(snapshot, 'viewPii', 'SOURCE:S')).toBe('unknown');
  });

  it('R17: downloading PII through a role that says it cannot is contested', () => {
    const reader = alone([grant('PII Access'), grant('Engage Read-only')]);
    expect(decideFor(reader, 'downloadPii', 'SPACE:P').ambiguous).toEqual({
      readings: ['downloadOfSpaces'],
      otherwise: 'denied',
    });
    expect(decideFor(reader, 'viewPii', 'SPACE:P').ambiguous).toBeUndefined();
    const admin = alone([grant('PII Access'), grant('Engage Read-only'), grant('Engage Admin')]);
    expect(decideFor(admin, 'downloadPii', 'SPACE:P').ambiguous).toBeUndefined();
  });

  it('R18: a connection asks for both ends, in either order', () => {
    const both = alone([grant('Source Admin', scopes.sources('S')), grant('Warehouse Admin')]);
    expect(effectFor(both, 'connect', 'SOURCE:S+WAREHOUSE:W')).toBe('allowed');
    expect(effectFor(both, 'connect', 'WAREHOUSE:W+SOURCE:S')).toBe('allowed');
    expect(effectFor(both, 'connect', 'SOURCE:S+TRACKING_PLAN:T')).toBe('denied');
    expect(effectFor(alone([grant('Source Admin')]), 'connect', 'SOURCE:S+WAREHOUSE:W')).toBe('denied');
  });

  it('R19: another pair is for owners; who may edit both may or may not', () => {
    const both = alone([grant('Source Admin'), grant('Function Admin')]);
    expect(effectFor(both, 'connect', 'SOURCE:S+FUNCTION:F')).toBe('unknown');
    expect(effectFor(owner, 'connect', 'SOURCE:S+FUNCTION:F')).toBe('allowed');
    expect(effectFor(alone([grant('Source Admin')]), 'connect', 'SOURCE:S+FUNCTION:F')).toBe('denied');
  });

  it('R20: an Engage destination asks for the space and the source behind it', () => {
    const behind = { ...resources.source('own'), name: 'Engage (Space P)' };
    const twin = { ...resources.source('twin'), name: 'Engage (Space P)' };
    const admin = (...ids: string[]) => [
      grant('Engage Admin'),
      grant('Source Admin', scopes.sources(...ids)),
    ];
    const ask = (grants: ReturnType<typeof admin>, ...more: ReturnType<typeof resources.source>[]) =>
      effectFor(alone(grants, [...oneOfEach, ...more]), 'connectEngageDestination', 'SPACE:P');
    expect(ask(admin('own'), behind)).toBe('allowed');
    expect(ask(admin('S'), behind)).toBe('denied');
    expect(ask(admin('own'), behind, twin)).toBe('unknown');
    expect(ask(admin('own', 'twin'), behind, twin)).toBe('allowed');
    expect(ask(admin('own'))).toBe('unknown');
    expect(ask([grant('Source Admin')])).toBe('denied');
    expect(ask([grant('Workspace Owner')])).toBe('allowed');
  });

  it('R21: attaching to an audience asks for the space alone', () => {
    expect(effectFor(alone([grant('Engage Admin')]), 'attachDestinationToEngageFeature', 'SPACE:P')).toBe(
      'allowed',
    );
    expect(effectFor(alone([grant('Engage User')]), 'attachDestinationToEngageFeature', 'SPACE:P')).toBe(
      'denied',
    );
  });

  it('R22: allowed before unknown before denied, by the weakest part', () => {
    const mixed = alone([grant('Source Admin'), grant('Night Porter')]);
    expect(effectFor(mixed, 'edit', 'SOURCE:S')).toBe('allowed');
    expect(effectFor(mixed, 'connect', 'SOURCE:S+WAREHOUSE:W')).toBe('unknown');
    expect(effectFor(alone([]), 'view', 'SOURCE:S')).toBe('denied');
  });

  it('R23, R34: deleting is contested where pages name editing only; one sure way settles it', () => {
    expect(decideFor(alone([grant('Source Admin')]), 'delete', 'SOURCE:S').ambiguous).toEqual({
      readings: ['deletion'],
      otherwise: 'denied',
    });
    expect(
      decideFor(alone([grant('Source Admin'), grant('Night Porter')]), 'delete', 'SOURCE:S').ambiguous,
    ).toEqual({
      readings: ['deletion'],
      otherwise: 'unknown',
    });
    const sure = alone([grant('Source Admin'), grant('Workspace Owner')]);
    expect(decideFor(sure, 'delete', 'SOURCE:S').ambiguous).toBeUndefined();
  });

  it('R25: who and what is not there is told, or unknown when the list is missing', () => {
    const policy = compile(owner);
    expect(policy.decide('nobody', 'view', target('SOURCE:S'))).toMatchObject({
      effect: 'denied',
      errors: [{ kind: 'noSuchMember' }],
    });
    expect(policy.decide('x', 'view', target('SOURCE:none'))).toMatchObject({
      effect: 'denied',
      errors: [{ kind: 'noSuchResource' }],
    });
    const unread = (subject: 'members' | 'sources') =>
      compile({ ...owner, unknowns: [{ subject, reason: 'Not read.' }] });
    expect(unread('members').check('nobody', 'view', target('SOURCE:S'))).toBe('unknown');
    expect(unread('sources').check('x', 'view', target('SOURCE:none'))).toBe('unknown');
  });

  it('R25: of two ends, one that is certainly not there settles it', () => {
    const unread = { ...owner, unknowns: [{ subject: 'sources' as const, reason: 'Not read.' }] };
    for (const pair of ['SOURCE:none+WAREHOUSE:none', 'WAREHOUSE:none+SOURCE:none']) {
      expect(decideFor(unread, 'connect', pair)).toMatchObject({
        effect: 'denied',
        errors: [{ kind: 'noSuchResource' }],
      });
    }
    expect(effectFor(unread, 'connect', 'WAREHOUSE:W+SOURCE:none')).toBe('unknown');
  });

  it('R62, R20: a counterproof sees the source behind the space, and says nothing false of the space', () => {
    const behind = { ...resources.source('own'), name: 'Engage (Space P)' };
    const roles = [{ id: 'r7', name: 'source admin', description: '' }];
    const snapshot = {
      ...alone([grant('Engage Admin', scopes.spaces('P'))], [...oneOfEach, behind]),
      roles,
    };
    const proof = compile(snapshot).counterproof('x', 'connectEngageDestination', { type: 'SPACE', id: 'P' });
    expect(proof.near).toEqual([]);
    expect(proof.fixes.map(({ change }) => change)).toEqual([
      {
        kind: 'addGrant',
        holder: { kind: 'member', id: 'x' },
        grant: { roleId: 'r7', roleName: 'Source Admin', scope: scopes.sources('own') },
      },
    ]);
  });

  it('R26: Engage User is admin of a space, without editing the space itself', () => {
    const user = alone([grant('Engage User')]);
    expect(compile(user).level('x', { type: 'SPACE', id: 'P' }).atLeast).toBe('admin');
    expect(effectFor(user, 'edit', 'SPACE:P')).toBe('denied');
    const perhaps = alone([grant('Engage Read-only'), grant('Night Porter')]);
    expect(compile(perhaps).level('x', { type: 'SPACE', id: 'P' })).toMatchObject({
      atLeast: 'read',
      atMost: 'admin',
    });
  });

  it('R37: Function Admin over a list makes functions by one reading', () => {
    const scope = { kind: 'list' as const, resources: [{ type: 'FUNCTION' as const, id: 'F' }] };
    expect(decideFor(alone([grant('Function Admin', scope)]), 'createFunction').ambiguous).toEqual({
      readings: ['functionCreation'],
      otherwise: 'denied',
    });
    expect(decideFor(alone([grant('Function Admin')]), 'createFunction').ambiguous).toBeUndefined();
  });

  it('R63: explain marks the strongest, nearest and widest reason of each part', () => {
    const snapshot = business({
      members: [
        member('x', {
          grants: [
            grant('Source Read-only'),
            grant('Source Admin', scopes.sources('S')),
            grant('Source Admin'),
          ],
        }),
      ],
      groups: [group('g', { memberIds: ['x'], grants: [grant('Source Admin')] })],
      resources: oneOfEach,
    });
    const { reasons } = compile(snapshot).explain('x', 'view', target('SOURCE:S'));
    expect(reasons).toHaveLength(4);
    expect(reasons.filter(({ deciding }) => deciding).map(({ path }) => path)).toEqual([
      expect.objectContaining({ holder: { kind: 'member', id: 'x' }, position: 2 }),
    ]);
  });
});
