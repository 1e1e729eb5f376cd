import type { GrantView, Inspection, ScopeView, Subject } from '@contract/inspect';
import type { MemberRow, ResourceRow, TokenRow } from '@contract/lists';

/** Made-up answers of main to `inspect`, each with `changes` on top. */

export function holder(kind: Subject['kind'], name: string): GrantView['holder'] {
  return { subject: { kind, id: name.toLowerCase() }, name };
}

export function grant(changes: Partial<GrantView> & { scope: ScopeView }): GrantView {
  return {
    holder: holder('member', 'Ada'),
    throughGroup: false,
    roleId: 'role1',
    roleName: 'Source Admin',
    roleKnown: true,
    ...changes,
  };
}

export const scopes = {
  all: { kind: 'all', of: 'sources' },
  prod: { kind: 'labels', of: 'sources', labels: [{ key: 'environment', value: 'prod' }] },
  prodAndTruck: {
    kind: 'labels',
    of: 'sources',
    labels: [
      { key: 'environment', value: 'prod' },
      { key: 'product', value: 'truck' },
    ],
  },
  unknown: { kind: 'unknown', reason: 'The answer named no resource.' },
} satisfies Record<string, ScopeView>;

export function memberRow(changes: Partial<MemberRow> = {}): MemberRow {
  return {
    kind: 'member',
    id: 'ada',
    name: 'Ada',
    email: 'ada@northwind.example',
    owner: false,
    roles: [],
    rolesComplete: true,
    groups: 0,
    directGrants: 0,
    reach: null,
    ...changes,
  };
}

export function member(changes: Partial<Extract<Inspection, { kind: 'member' }>> = {}): Inspection {
  return { kind: 'member', row: memberRow(), grants: [], groups: [], reason: null, ...changes };
}

export function resourceRow(changes: Partial<ResourceRow> = {}): ResourceRow {
  return {
    type: 'SOURCE',
    id: 's1',
    name: 'Web prod',
    slug: 'web-prod',
    detail: 'Javascript',
    enabled: true,
    labels: [],
    canCarryLabels: true,
    source: null,
    reach: null,
    ...changes,
  };
}

export function resource(changes: Partial<Extract<Inspection, { kind: 'resource' }>> = {}): Inspection {
  return {
    kind: 'resource',
    row: resourceRow(),
    named: [],
    byLabel: [],
    overall: [],
    uncertain: [],
    destinations: [],
    attestation: null,
    reason: null,
    ...changes,
  };
}

export function tokenRow(changes: Partial<TokenRow> = {}): TokenRow {
  return {
    id: 'tok1',
    description: 'Terraform in CI',
    role: 'Owner',
    type: 'Public API',
    createdBy: 'ada@northwind.example',
    createdAt: '2026-03-01T10:00:00.000Z',
    ours: false,
    ...changes,
  };
}
