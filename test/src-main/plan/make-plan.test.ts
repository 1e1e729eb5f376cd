import type { Change } from '@contract/changes';
import type { Snapshot } from '@contract/snapshot';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src-main/plan/make-plan';
import { withCreatedGroups } from '../../../src-main/plan/requests';
import { buildSnapshot, grant, group, label, member, resources, scopes } from '../../fixtures/snapshot';

const owner = grant('Workspace Owner');
const admin = (...texts: string[]) => grant('Source Admin', scopes.labels(...texts));
const readOnly = grant('Source Read-only');
const odd = grant('Source Read-only', scopes.unknown);

function world(parts: Partial<Snapshot> = {}): Snapshot {
  return buildSnapshot({
    members: [member('ada', { grants: [owner] }), member('ben', { grants: [readOnly] })],
    groups: [group('g/1', { name: 'Analysts', memberIds: ['ben'], grants: [admin('brand:a')] })],
    labels: ['brand:a', 'brand:b', 'env:prod'].map(label),
    resources: [resources.source('s1', 'brand:a'), resources.space('p1'), resources.space('p2', ['brand:a'])],
    beyondApi: { plan: 'business', hipaaEligible: null, actingToken: null, tokens: null },
    ...parts,
  });
}

const plan = (base: Snapshot, ...changes: Change[]) =>
  makePlan(
    base,
    changes.map((change, number) => ({ id: `i${number}`, change, words: change.kind })),
  );
const ben = { kind: 'member', id: 'ben' } as const;
const requests = (made: ReturnType<typeof plan>) =>
  made.steps.map(({ request: { method, path } }) => `${method} ${path}`);

describe('the requests', () => {
  it('add by POST, narrow by PUT of the whole list, and encode ids', () => {
    const made = plan(
      world(),
      { kind: 'addGrant', holder: ben, grant: admin('brand:b') },
      { kind: 'removeGrant', holder: { kind: 'group', id: 'g/1' }, grant: admin('brand:a') },
      { kind: 'addGrant', holder: { kind: 'group', id: 'g/1' }, grant: admin('brand:a', 'env:prod') },
    );
    expect(requests(made)).toEqual(['POST /users/ben/permissions', 'PUT /groups/g%2F1/permissions']);
    expect(made.steps[1]).toMatchObject({
      items: ['i1', 'i2'],
      before: ['Source Admin on brand:a'],
      after: ['Source Admin on brand:a and env:prod'],
      request: {
        body: '{"permissions":[{"resources":[{"id":"ws1","labels":[{"key":"brand","value":"a"},{"key":"env","value":"prod"}],"type":"WORKSPACE"}],"roleId":"role Source Admin"}]}',
      },
    });
    expect(made).toMatchObject({ limitedCalls: 2, calls: 6, leftOut: [] });
  });

  it('never write a list in which something stays that could not be read', () => {
    const base = world({
      members: [member('ada', { grants: [owner] }), member('ben', { grants: [readOnly, odd] })],
    });
    const made = plan(
      base,
      { kind: 'removeGrant', holder: ben, grant: readOnly },
      { kind: 'addGrant', holder: ben, grant: admin('brand:a') },
    );
    expect(made.steps).toEqual([]);
    expect(made.leftOut.map(({ item }) => item)).toEqual(['i0', 'i1']);
    expect(made.leftOut[0]?.reason).toContain('cannot be written back');
    const adding = plan(base, { kind: 'addGrant', holder: ben, grant: admin('brand:a') });
    expect(requests(adding)).toEqual(['POST /users/ben/permissions']);
    const removingIt = plan(base, { kind: 'removeGrant', holder: ben, grant: odd });
    expect(removingIt.steps[0]?.states.after).toEqual({ kind: 'grants', grants: [readOnly] });
  });

  it('take away one of two equal grants and write the other back', () => {
    const base = world({
      members: [member('ada', { grants: [owner] }), member('ben', { grants: [readOnly, readOnly] })],
    });
    const made = plan(base, { kind: 'removeGrant', holder: ben, grant: readOnly });
    expect(made.steps[0]?.states.after).toEqual({ kind: 'grants', grants: [readOnly] });
  });

  it('label spaces only where the workspace offers it', () => {
    const put = (id: string): Change => ({
      kind: 'addLabel',
      resource: { type: 'SPACE', id },
      label: label('env:prod'),
    });
    const made = plan(world(), put('p1'), put('p2'));
    expect(requests(made)).toEqual(['POST /gatehouse/spaces/p2/labels']);
    expect(made.leftOut).toEqual([
      { item: 'i0', words: 'addLabel', reason: expect.stringContaining('Public API') },
    ]);
  });

  it('wait for labels and groups that the plan makes', () => {
    const made = plan(
      world(),
      { kind: 'createLabel', label: label('team:web') },
      { kind: 'createGroup', groupId: 'new:1', name: 'New' },
      { kind: 'addToGroup', groupId: 'new:1', memberId: 'ben' },
      { kind: 'addGrant', holder: { kind: 'group', id: 'new:1' }, grant: admin('team:web') },
    );
    expect(made.steps.map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
      ['step-1', []],
      ['step-2', []],
      ['step-3', ['step-2']],
      ['step-4', ['step-1', 'step-2']],
    ]);
    const last = made.steps[3];
    if (last === undefined) throw new Error('no step');
    expect(withCreatedGroups(last.request, new Map([['new:1', 'a b']])).path).toBe(
      '/groups/a%20b/permissions',
    );
    expect(() => withCreatedGroups(last.request, new Map())).toThrow();
  });

  it('make the new owner before the old one goes, and ask to type both', () => {
    const made = plan(
      world(),
      { kind: 'addGrant', holder: ben, grant: owner },
      { kind: 'removeMember', memberId: 'ada' },
    );
    expect(requests(made)).toEqual(['POST /users/ben/permissions', 'DELETE /users?userIds%5B0%5D=ada']);
    expect(made.steps.map(({ confirm }) => confirm?.phrase)).toEqual(['ben@example.com', 'ada@example.com']);
    expect(made.steps[1]?.dependsOn).toEqual(['step-1']);
  });

  it('invite again only after the revocation', () => {
    const made = plan(
      world({ invites: [{ email: 'new@example.com' }] }),
      { kind: 'revokeInvite', email: 'new@example.com' },
      { kind: 'invite', email: 'new@example.com', grants: [admin('brand:a')] },
    );
    expect(requests(made)).toEqual(['DELETE /invites?emails%5B0%5D=new%40example.com', 'POST /invites']);
    expect(made.steps[1]?.dependsOn).toEqual(['step-1']);
    expect(made.steps[1]?.request.body).toBe(
      '{"invites":[{"email":"new@example.com","permissions":[{"labels":[{"key":"brand","value":"a"}],"resources":[{"id":"ws1","type":"WORKSPACE"}],"roleId":"role Source Admin"}]}]}',
    );
  });

  it('count a minute for each further 60 writes of one endpoint', () => {
    const many = Array.from({ length: 121 }, (_, number) => member(`m${number}`));
    const base = world({ members: [member('ada', { grants: [owner] }), ...many] });
    const changes = many.map(
      ({ id }): Change => ({ kind: 'addGrant', holder: { kind: 'member', id }, grant: readOnly }),
    );
    expect(plan(base, ...changes)).toMatchObject({ limitedCalls: 121, calls: 363, minutes: 3.9 });
  });
});
