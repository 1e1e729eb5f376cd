import type { Attestation } from '@contract/attestations';
import { type Inspection, inspectionSchema, type Subject } from '@contract/inspect';
import type { Snapshot } from '@contract/snapshot';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../../src-main/inspect/inspect';
import { createListIndex } from '../../../src-main/lists/list-index';
import { buildSnapshot, grant, group, label, member, resources, scopes } from '../../fixtures/snapshot';

type Kind = Inspection['kind'];

/** What the inspector gets, checked against the contract and against the kind that was asked for. */
function look<Wanted extends Kind>(
  kind: Wanted,
  id: string,
  parts: Partial<Snapshot>,
  attestations: Attestation[] = [],
): Extract<Inspection, { kind: Wanted }> {
  const subject: Subject = { kind: kind === 'gone' ? 'member' : kind, id };
  const found = inspectionSchema.parse(
    inspect(createListIndex(buildSnapshot(parts)), subject, { attestations }),
  );
  if (!isOf(found, kind)) throw new Error(`${found.kind} instead of ${kind}`);
  return found;
}
function isOf<Wanted extends Kind>(
  found: Inspection,
  kind: Wanted,
): found is Extract<Inspection, { kind: Wanted }> {
  return found.kind === kind;
}
const roles = (grants: readonly { roleName: string }[] | null) =>
  grants?.map(({ roleName }) => roleName) ?? null;

describe('a member', () => {
  const world: Partial<Snapshot> = {
    members: [member('ada', { name: 'Ada', grants: [grant('Source Admin', scopes.sources('s', 'lost'))] })],
    groups: [
      group('g', {
        name: 'Analysts',
        memberIds: ['ada'],
        grants: [grant('Engage User', scopes.labels('env:prod', 'brand:a'))],
      }),
      group('h', { memberIds: [], grants: [grant('Workspace Owner')] }),
    ],
    resources: [resources.source('s')],
  };

  it('shows the grants held directly and through groups, as Segment words them', () => {
    const { grants, groups, reason, row } = look('member', 'ada', world);
    expect(grants).toEqual([
      {
        holder: { subject: { kind: 'member', id: 'ada' }, name: 'Ada' },
        throughGroup: false,
        roleId: 'role Source Admin',
        roleName: 'Source Admin',
        roleKnown: true,
        scope: {
          kind: 'list',
          resources: [
            { type: 'SOURCE', id: 's', name: 'Source s', exists: true },
            { type: 'SOURCE', id: 'lost', name: null, exists: false },
          ],
        },
      },
      {
        holder: { subject: { kind: 'group', id: 'g' }, name: 'Analysts' },
        throughGroup: true,
        roleId: 'role Engage User',
        roleName: 'Engage User',
        roleKnown: true,
        scope: { kind: 'labels', labels: [label('env:prod'), label('brand:a')], of: 'spaces' },
      },
    ]);
    expect(groups).toEqual([{ subject: { kind: 'group', id: 'g' }, name: 'Analysts' }]);
    expect(reason).toBeNull();
    expect(row).toMatchObject({ id: 'ada', owner: false });
  });

  it('words the scope by what the role is about', () => {
    const worded = (...grants: ReturnType<typeof grant>[]) =>
      look('member', 'm', { members: [member('m', { grants })] }).grants?.map(({ scope }) => scope);
    expect(
      worded(
        grant('Source Admin'),
        grant('Warehouse Admin'),
        grant('Tracking Plan Read-only'),
        grant('Night Porter'),
        grant('Source Admin', scopes.unknown),
      ),
    ).toEqual([
      { kind: 'all', of: 'sources' },
      { kind: 'all', of: 'warehouses' },
      { kind: 'all', of: 'tracking plans' },
      { kind: 'all', of: 'resources' },
      { kind: 'unknown', reason: 'The answer was unclear.' },
    ]);
  });

  it('does not say that a listed resource is gone when its kind could not be read', () => {
    const parts: Partial<Snapshot> = { ...world, unknowns: [{ subject: 'sources', reason: 'Refused.' }] };
    const [first] = look('member', 'ada', parts).grants ?? [];
    expect(first?.scope).toMatchObject({
      resources: [
        { id: 's', exists: true },
        { id: 'lost', exists: null },
      ],
    });
  });

  it('has unknown grants, not none, when they could not be read', () => {
    const { grants, reason } = look('member', 'm', {
      members: [member('m', { grants: null })],
      unknowns: [{ subject: 'memberGrants', id: 'm', reason: 'The answer was cut off.' }],
    });
    expect(grants).toBeNull();
    expect(reason).toBe("This member's own grants could not be read: The answer was cut off.");
  });

  it('shows what is known beside the reason why more may be missing', () => {
    const { grants, groups, reason } = look('member', 'm', {
      members: [member('m', { grants: [grant('PII Access')] })],
      groups: [
        group('g', { memberIds: ['m'], grants: null }),
        group('h', { memberIds: null, grants: [grant('Workspace Owner')] }),
      ],
      unknowns: [{ subject: 'groupGrants', reason: 'Refused.' }],
    });
    expect(roles(grants)).toEqual(['PII Access']);
    expect(groups?.map(({ name }) => name)).toEqual(['Group g']);
    expect(reason).toBe(
      'The grants of the group Group g could not be read: Refused. ' +
        'The members of the group Group h could not be read: this member may be among them.',
    );
  });

  it('has unknown groups, not none, when groups could not be read', () => {
    const { grants, groups, reason } = look('member', 'm', {
      members: [member('m')],
      unknowns: [{ subject: 'groups', reason: 'User groups could not be read: refused.' }],
    });
    expect([grants, groups, reason]).toEqual([null, null, 'User groups could not be read: refused.']);
  });
});

describe('an invite', () => {
  it('shows the groups that wait for it and why its access is unknown', () => {
    const parts: Partial<Snapshot> = {
      invites: [{ email: 'New@example.com' }],
      groups: [group('g', { invitedEmails: ['new@example.com'] }), group('h')],
    };
    const found = look('invite', 'new@example.com', parts);
    expect(found.groups?.map(({ name }) => name)).toEqual(['Group g']);
    expect(found.row).toMatchObject({ kind: 'invite', id: 'New@example.com', groups: 1 });
    expect(found.reason).toMatch(/not the access that it offers/);
    const told = look('invite', 'New@example.com', {
      ...parts,
      unknowns: [{ subject: 'invitePermissions', reason: 'Write-only.' }],
    });
    expect(told.reason).toBe('Write-only.');
  });

  it('may wait for groups that could not be read', () => {
    const found = look('invite', 'x@example.com', {
      invites: [{ email: 'x@example.com' }],
      groups: [group('g', { invitedEmails: null }), group('h', { invitedEmails: null })],
    });
    expect(found.groups).toBeNull();
    expect(found.reason).toMatch(/invited addresses of 2 groups could not be read/);
  });
});

describe('a group', () => {
  it('shows grants, members and invited addresses', () => {
    const found = look('group', 'g', {
      members: [member('m', { name: '' })],
      groups: [
        group('g', {
          memberIds: ['m', 'stranger'],
          invitedEmails: ['x@example.com'],
          grants: [grant('Night Porter')],
        }),
      ],
    });
    expect(found.members).toEqual([
      { subject: { kind: 'member', id: 'm' }, name: 'm@example.com' },
      { subject: { kind: 'member', id: 'stranger' }, name: 'stranger' },
    ]);
    expect(found.invited).toEqual(['x@example.com']);
    expect(found.grants).toMatchObject([
      { roleKnown: false, throughGroup: false, holder: { subject: { kind: 'group', id: 'g' } } },
    ]);
    expect(found.reason).toBeNull();
  });

  it('has nulls with their reasons where it could not be read', () => {
    const found = look('group', 'g', {
      groups: [group('g', { memberIds: null, invitedEmails: null, grants: null })],
      unknowns: [
        { subject: 'groupGrants', id: 'g', reason: 'One.' },
        { subject: 'groupMembers', id: 'g', reason: 'Two.' },
      ],
    });
    expect([found.grants, found.members, found.invited]).toEqual([null, null, null]);
    expect(found.reason).toBe(
      "The group's grants could not be read: One. The group's members could not be read: Two. " +
        "The group's invited addresses could not be read.",
    );
  });
});

describe('a resource', () => {
  const world: Partial<Snapshot> = {
    members: [
      member('all', { grants: [grant('Source Admin')] }),
      member('label', { grants: [grant('Source Read-only', scopes.labels('env:prod'))] }),
      member('named', { grants: [grant('Source Admin', scopes.sources('s'))] }),
      member('odd', { grants: [grant('Night Porter')] }),
      member('space', { grants: [grant('Engage User', scopes.labels('env:prod'))] }),
    ],
    groups: [group('owners', { grants: [grant('Workspace Owner')] })],
    resources: [
      resources.source('s', 'env:prod'),
      resources.destination('d', 's'),
      resources.destination('lost', 'gone'),
      resources.space('p'),
    ],
  };
  const holders = (grants: readonly { holder: { subject: Subject } }[] | null) =>
    grants?.map(({ holder }) => holder.subject.id) ?? null;

  it('shows who has it and how, its destinations, and a destination follows', () => {
    for (const id of ['SOURCE:s', 'DESTINATION:d']) {
      const found = look('resource', id, world);
      expect(holders(found.named)).toEqual(['named']);
      expect(holders(found.byLabel)).toEqual(['label']);
      expect(holders(found.overall)).toEqual(['all', 'owners']);
      expect(holders(found.uncertain)).toEqual(['odd']);
      expect(found.reason).toBeNull();
    }
    expect(look('resource', 'SOURCE:s', world).destinations).toEqual([
      { subject: { kind: 'resource', id: 'DESTINATION:d' }, name: 'Destination d' },
    ]);
    expect(look('resource', 'DESTINATION:d', world).destinations).toEqual([]);
  });

  it('says when the source of a destination is gone or could not be read', () => {
    const gone = look('resource', 'DESTINATION:lost', world);
    expect(gone.byLabel).toBeNull();
    expect(gone.reason).toMatch(/not in the workspace any more/);
    const unread = look('resource', 'DESTINATION:lost', {
      ...world,
      unknowns: [{ subject: 'sources', reason: 'No.' }],
    });
    expect(unread.reason).toMatch(/the sources could not be read/);
  });

  it('keeps a statement about a space apart from what was read', () => {
    const stated: Attestation = {
      key: '00000000-0000-4000-8000-000000000001',
      statement: { subject: 'spaceLabels', spaceId: 'p', value: [label('env:prod')] },
      by: 'ada@example.com',
      at: '2026-11-20T10:00:00Z',
    };
    const other: Attestation = {
      ...stated,
      statement: { ...stated.statement, subject: 'spaceLabels', spaceId: 'q', value: [] },
    };
    const found = look('resource', 'SPACE:p', world, [other, stated]);
    expect(found.row.labels).toBeNull();
    expect(found.byLabel).toBeNull();
    expect(holders(found.uncertain)).toEqual(['odd', 'space']);
    expect(found.attestation).toEqual(stated);
    expect(found.reason).toBe("Segment's Public API does not show the labels of spaces.");
    expect(look('resource', 'SPACE:p', world, [other]).attestation).toBeNull();
  });

  it('says whose grants are missing', () => {
    const { reason } = look('resource', 'SOURCE:s', {
      ...world,
      members: [member('a', { grants: null }), member('b', { grants: null })],
      groups: [group('g', { grants: null })],
    });
    expect(reason).toBe('The grants of 2 members and 1 group could not be read and are missing here.');
  });
});

describe('a label', () => {
  const world: Partial<Snapshot> = {
    labels: [label('env:prod')],
    members: [member('m', { grants: [grant('Source Admin', scopes.labels('brand:a', 'env:prod'))] })],
    resources: [resources.source('s', 'env:prod'), resources.space('p', ['env:prod']), resources.source('t')],
  };

  it('shows what carries it and which grants name it', () => {
    const found = look('label', 'env:prod', world);
    expect(found.resources.map(({ subject }) => subject.id)).toEqual(['SOURCE:s', 'SPACE:p']);
    expect(roles(found.grants)).toEqual(['Source Admin']);
    expect(found.spacesReason).toBeNull();
    expect(look('label', 'brand:a', world).row).toMatchObject({ sources: 0, memberGrants: 1 });
  });

  it('says why spaces cannot be seen', () => {
    const hidden = { ...world, resources: [resources.space('p')] };
    expect(look('label', 'env:prod', hidden).spacesReason).toMatch(/does not show the labels of spaces/);
    const told = look('label', 'env:prod', {
      ...hidden,
      unknowns: [{ subject: 'spaceLabels', id: 'p', reason: 'Told so.' }],
    });
    expect(told.spacesReason).toBe('Told so.');
    const unread = look('label', 'env:prod', {
      ...world,
      unknowns: [{ subject: 'spaces', reason: 'Spaces could not be read.' }],
    });
    expect(unread.spacesReason).toBe('Spaces could not be read.');
  });
});

describe('a role and a token', () => {
  it('shows who holds the role', () => {
    const found = look('role', 'role PII Access', {
      members: [member('m', { grants: [grant('PII Access'), grant('Source Admin')] })],
      groups: [group('g', { grants: [grant('PII Access')] })],
    });
    expect(found.holders.map(({ holder }) => holder.name)).toEqual(['Name m', 'Group g']);
    expect(found.row).toMatchObject({ members: 1, groups: 1, known: true });
  });

  it('shows the token', () => {
    const token = {
      id: 't',
      description: 'Nightly',
      role: 'Member',
      type: 'X',
      createdBy: 'ada',
      createdAt: '2026-01-01T00:00:00Z',
    } as const;
    const beyondApi = { plan: null, hipaaEligible: null, actingToken: null, tokens: [token] };
    expect(look('token', 't', { beyondApi }).row).toEqual({ ...token, ours: false });
  });
});

describe('something that is not there any more', () => {
  it.each(['member', 'invite', 'group', 'resource', 'label', 'role', 'token'] as const)(
    'is gone: a %s',
    (kind) => {
      const subject = { kind, id: 'nowhere:to-be-found' };
      const index = createListIndex(
        buildSnapshot({ members: [member('m')], invites: [{ email: 'x@example.com' }] }),
      );
      expect(inspect(index, subject, { attestations: [] })).toEqual({ kind: 'gone', subject });
    },
  );
});
