import type { Snapshot } from '@contract/snapshot';
import { describe, expect, it } from 'vitest';
import { assembleSnapshot } from '../../../src-main/snapshot/assemble';
import { SnapshotInvalid, validateSnapshot } from '../../../src-main/snapshot/validate';
import { gathered } from './gathered';

const copy = async (): Promise<Snapshot> => structuredClone(await assembleSnapshot(gathered()));

describe('validateSnapshot', () => {
  it('takes an assembled snapshot, also after JSON', async () => {
    const snapshot = await assembleSnapshot(gathered());
    expect(await validateSnapshot(snapshot)).toEqual(snapshot);
    expect(await validateSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  });

  it.each<[string, (snapshot: Snapshot) => unknown, RegExp]>([
    ['nothing', () => null, /not an object/],
    ['a text', () => 'snapshot', /not an object/],
    ['another version', (s) => ({ ...s, version: 2 }), /version/],
    ['a bad fingerprint', (s) => ({ ...s, fingerprint: 'x' }), /fingerprint/],
    ['a missing list', (s) => ({ ...s, groups: undefined }), /groups is not a list/],
    ['a bad entry', (s) => ({ ...s, members: [{ ...s.members[0], email: 7 }] }), /members\.0\.email/],
    [
      'an empty list scope',
      (s) => ({
        ...s,
        members: [
          {
            ...s.members[0],
            grants: [{ roleId: 'r', roleName: 'R', scope: { kind: 'list', resources: [] } }],
          },
        ],
      }),
      /members\.0\.grants/,
    ],
    [
      'a member twice',
      (s) => ({ ...s, members: [...s.members, s.members[0]] }),
      /members has the same entry twice/,
    ],
    ['an invite twice', (s) => ({ ...s, invites: [...s.invites, { email: 'NEW@example.com' }] }), /invites/],
    [
      'a group twice',
      (s) => ({ ...s, groups: [...s.groups, s.groups[0]] }),
      /groups has the same entry twice/,
    ],
    ['a role twice', (s) => ({ ...s, roles: [...s.roles, s.roles[0]] }), /roles/],
    ['a label twice', (s) => ({ ...s, labels: [...s.labels, s.labels[0]] }), /labels/],
    ['a resource twice', (s) => ({ ...s, resources: [...s.resources, s.resources[0]] }), /resources/],
    [
      'a member twice in a group',
      (s) => ({ ...s, groups: s.groups.map((g) => ({ ...g, memberIds: ['u1', 'u1'] })) }),
      /member twice/,
    ],
    [
      'a stranger in a group',
      (s) => ({ ...s, groups: s.groups.map((g) => ({ ...g, memberIds: ['u9'] })) }),
      /not a member/,
    ],
    [
      'grants that are missing without a reason',
      (s) => ({ ...s, unknowns: s.unknowns.filter(({ subject }) => subject !== 'memberGrants') }),
      /memberGrants is missing/,
    ],
    [
      'members of a group that are missing without a reason',
      (s) => ({ ...s, groups: s.groups.map((g) => ({ ...g, memberIds: null })) }),
      /groupMembers is missing/,
    ],
    [
      'entries of a list that could not be read',
      (s) => ({ ...s, unknowns: [...s.unknowns, { subject: 'roles', reason: 'r' }] }),
      /roles has entries/,
    ],
  ])('refuses %s', async (_title, spoil, problem) => {
    const snapshot = await copy();
    await expect(validateSnapshot(spoil(snapshot))).rejects.toThrow(SnapshotInvalid);
    await expect(validateSnapshot(spoil(snapshot))).rejects.toThrow(problem);
  });

  it('takes members of groups as they are where the members could not be read', async () => {
    const snapshot = await copy();
    const unread = {
      ...snapshot,
      members: [],
      unknowns: [...snapshot.unknowns, { subject: 'members', reason: 'Segment answered 401.' }],
    };
    expect((await validateSnapshot(unread)).groups[0]?.memberIds).toEqual(['u1', 'u2']);
  });
});
