import type { Gathered } from '../../../src-main/snapshot/assemble';

/** A small workspace with something of everything, as a sync gathers it without extensions. */
export function gathered(): Gathered {
  return {
    workspace: { id: 'w1', slug: 'acme', name: 'Acme' },
    startedAt: '2026-11-23T12:00:00.000Z',
    completedAt: '2026-11-23T12:00:05.000Z',
    fullReadAt: '2026-11-23T12:00:00.000Z',
    beyondApi: { plan: null, hipaaEligible: null, actingToken: null, tokens: null },
    reads: [
      { collection: 'members', pages: 1, entries: 3 },
      { collection: 'groups', pages: 1, entries: 2 },
    ],
    members: [
      {
        id: 'u1',
        name: 'Ada',
        email: 'ada@example.com',
        grants: [{ roleId: 'o', roleName: 'Workspace Owner', scope: { kind: 'all' } }],
      },
      { id: 'u2', name: '', email: 'Bo@example.com', grants: [] },
      { id: 'u3', name: 'Cy', email: 'cy@example.com', grants: null },
    ],
    invites: [{ email: 'new@example.com' }, { email: 'also@example.com' }],
    groups: [
      {
        id: 'g1',
        name: 'Web',
        memberCount: 3,
        memberIds: ['u2', 'u1'],
        invitedEmails: ['new@example.com'],
        grants: [
          {
            roleId: 's',
            roleName: 'Source Admin',
            scope: { kind: 'labels', labels: [{ key: 'environment', value: 'prod' }] },
          },
          {
            roleId: 's',
            roleName: 'Source Admin',
            scope: { kind: 'unknown', reason: 'Segment named no resource for this grant.' },
          },
        ],
      },
      { id: 'g2', name: 'Empty', memberCount: 0, memberIds: [], invitedEmails: [], grants: [] },
    ],
    roles: [
      { id: 's', name: 'Source Admin', description: '' },
      { id: 'o', name: 'Workspace Owner', description: '' },
    ],
    labels: [
      { key: 'environment', value: 'prod', description: 'Production' },
      { key: 'environment', value: 'dev' },
    ],
    resources: [
      { type: 'SPACE', id: 'x', name: 'Space', labels: null },
      {
        type: 'SOURCE',
        id: 'x',
        name: 'Shop',
        slug: 'shop',
        enabled: true,
        labels: [],
        catalogName: 'Javascript',
        categories: ['Website'],
      },
      { type: 'FUNCTION', id: 'f', name: 'F', functionType: 'SOURCE' },
    ],
    unknowns: [
      {
        subject: 'memberGrants',
        id: 'u3',
        reason: 'Segment answered 403 when asked for the grants of this team member.',
      },
      { subject: 'warehouses', reason: 'Warehouses could not be read: Segment answered 404.' },
    ],
  };
}
