import type { Grant, Snapshot } from '@contract/snapshot';
import { beforeAll, describe, expect, it } from 'vitest';
import { assembleSnapshot } from '../../../src-main/snapshot/assemble';
import type { Touched } from '../../../src-main/sync/audit/touched';
import type { Lists } from '../../../src-main/sync/read-lists';
import { reusableOf } from '../../../src-main/sync/reusable';
import { gathered } from '../snapshot/gathered';

const untouched = (): Touched => ({
  memberGrants: new Set(),
  memberships: new Set(),
  groupGrants: new Set(),
  groupMembers: new Set(),
  invites: false,
});

let base: Snapshot;
beforeAll(async () => {
  const made = gathered();
  const onSource: Grant = {
    roleId: 's',
    roleName: 'Source Admin',
    scope: { kind: 'list', resources: [{ type: 'SOURCE', id: 'x' }] },
  };
  base = await assembleSnapshot({
    ...made,
    members: made.members.map((member) => (member.id === 'u2' ? { ...member, grants: [onSource] } : member)),
  });
});

/** The lists as they would be read now, when nothing has changed. */
const lists = (change: Partial<Lists> = {}): Lists => ({
  users: base.members.map(({ id, name, email }) => ({ id, name, email })),
  groups: base.groups.map(({ id, name, memberCount }) => ({ id, name, memberCount })),
  invites: [...base.invites],
  roles: [...base.roles],
  labels: [...base.labels],
  resources: [...base.resources],
  beyondApi: base.beyondApi,
  ...change,
});
const user = (id: string) => {
  const found = lists().users?.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no user ${id}`);
  return found;
};
const web = () => ({ id: 'g1', name: 'Web', memberCount: 3 });

describe('grants of a member', () => {
  it('are taken over when nothing speaks against it', () => {
    expect(reusableOf(base, untouched(), lists()).memberGrants(user('u1'))).toHaveLength(1);
  });

  it('are read again when they were not read before, or the member is new or touched or renamed', () => {
    const { memberGrants } = reusableOf(base, { ...untouched(), memberGrants: new Set(['u2']) }, lists());
    expect(memberGrants(user('u3'))).toBeNull();
    expect(memberGrants(user('u2'))).toBeNull();
    expect(memberGrants({ ...user('u1'), id: 'u9' })).toBeNull();
    expect(memberGrants({ ...user('u1'), name: 'Other' })).toBeNull();
    expect(memberGrants({ ...user('u1'), email: 'other@example.com' })).toBeNull();
  });

  it('are read again when they name a resource or a label that is gone', () => {
    const fewer = base.resources.filter(({ type }) => type !== 'SOURCE');
    const withoutSource = reusableOf(base, untouched(), lists({ resources: fewer }));
    expect(withoutSource.memberGrants(user('u2'))).toBeNull();
    expect(withoutSource.memberGrants(user('u1'))).not.toBeNull();
    const withoutLabel = reusableOf(base, untouched(), lists({ labels: [] }));
    expect(withoutLabel.groupGrants(web())).toBeNull();
    expect(reusableOf(base, untouched(), lists()).groupGrants(web())).toHaveLength(2);
  });
});

describe('members of a group', () => {
  const reuse = (change: Partial<Lists> = {}, touched: Partial<Touched> = {}) =>
    reusableOf(base, { ...untouched(), ...touched }, lists(change)).groupMembers(web());

  it('are taken over when nothing speaks against it', () => {
    expect(reuse()?.memberIds).toEqual(['u1', 'u2']);
  });

  it('are read again when one of them is gone from the workspace, though the count is the same', () => {
    expect(reuse({ users: [user('u1'), user('u3')] })).toBeNull();
  });

  it('are read again when one of its invites is gone, though the count is the same', () => {
    expect(reuse({ invites: [{ email: 'also@example.com' }] })).toBeNull();
    expect(reuse({ invites: [{ email: 'NEW@example.com' }] })).not.toBeNull();
  });

  it('are read again when the group was touched, or invites were and it has some', () => {
    expect(reuse({}, { groupMembers: new Set(['g1']) })).toBeNull();
    expect(reuse({}, { invites: true })).toBeNull();
    const empty = { id: 'g2', name: 'Empty', memberCount: 0 };
    expect(reusableOf(base, { ...untouched(), invites: true }, lists()).groupMembers(empty)).not.toBeNull();
  });

  it('are read again when the list shows another name or count', () => {
    const { groupMembers } = reusableOf(base, untouched(), lists());
    expect(groupMembers({ ...web(), name: 'Webs' })).toBeNull();
    expect(groupMembers({ ...web(), memberCount: 4 })).toBeNull();
    expect(groupMembers({ ...web(), id: 'g9' })).toBeNull();
  });
});

it('tells the groups of a member', () => {
  const { groupsOf } = reusableOf(base, untouched(), lists());
  expect([...groupsOf('u1')]).toEqual(['g1']);
  expect([...groupsOf('u3')]).toEqual([]);
});
