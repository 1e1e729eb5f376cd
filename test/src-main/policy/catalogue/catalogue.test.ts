import { describe, expect, it } from 'vitest';
import {
  catalogueRoles,
  findRole,
  readCatalogue,
  takesScope,
} from '../../../../src-main/policy/catalogue/catalogue';
import { scopes } from '../../../fixtures/snapshot';

function role(name: string) {
  const found = findRole(name);
  if (!found) throw new Error(`no role ${name}`);
  return found;
}

/** The role as Segment's documentation has it: level, kinds, and the scopes that it takes. */
const documented = [
  ['Workspace Owner', 'admin', 'DESTINATION FUNCTION SOURCE SPACE TRACKING_PLAN WAREHOUSE', 'workspace'],
  ['Workspace Member', 'none', '', 'workspace'],
  ['Minimal Workspace Access', 'none', '', 'workspace'],
  ['Source Admin', 'admin', 'DESTINATION SOURCE', 'all labels list:SOURCE'],
  ['Source Read-only', 'read', 'DESTINATION SOURCE', 'all labels list:SOURCE'],
  ['Unify and Engage Admin', 'admin', 'SPACE', 'all labels list:SPACE'],
  ['Unify and Engage Read-only', 'read', 'SPACE', 'all labels list:SPACE'],
  ['Unify Read-only, Engage User', 'admin', 'SPACE', 'all labels list:SPACE'],
  ['Function Admin', 'admin', 'FUNCTION', 'all list:FUNCTION'],
  ['Function Read-only', 'read', 'FUNCTION', 'all list:FUNCTION'],
  ['Tracking Plan Admin', 'admin', 'TRACKING_PLAN', 'all'],
  ['Tracking Plan Read-only', 'read', 'TRACKING_PLAN', 'all'],
  ['Warehouse Destination Admin', 'admin', 'WAREHOUSE', 'all list:WAREHOUSE'],
  ['Warehouse Destination Read-only', 'read', 'WAREHOUSE', 'all list:WAREHOUSE'],
  ['End User Privacy Admin', 'admin', '', 'workspace'],
  ['Identity Admin', 'admin', '', 'workspace'],
  ['Entities Admin', 'admin', '', 'workspace'],
  ['Entities Read-only', 'read', '', 'workspace'],
  ['PII Access', 'none', '', 'workspace'],
] as const;

describe('R1, R39: the role catalogue', () => {
  it('has exactly the roles of the documentation', () => {
    expect(catalogueRoles.map(({ name }) => name).sort()).toEqual(documented.map(([name]) => name).sort());
  });

  it.each(documented)('%s: %s on [%s], scopes %s', (name, level, kinds, taken) => {
    const found = role(name);
    const scopeWords = found.scopes.map((rule) => (rule.kind === 'list' ? `list:${rule.type}` : rule.kind));
    expect(found.level).toBe(level);
    expect([...found.kinds].sort().join(' ')).toBe(kinds);
    expect(scopeWords.sort().join(' ')).toBe(taken);
  });

  it.each([
    ['warehouse admin', 'Warehouse Destination Admin'],
    ['Warehouse Read-only', 'Warehouse Destination Read-only'],
    ['Functions Admin', 'Function Admin'],
    ['FUNCTIONS READ ONLY', 'Function Read-only'],
    ['Engage Admin', 'Unify and Engage Admin'],
    ['Unify Admin', 'Unify and Engage Admin'],
    ['Engage Read-Only', 'Unify and Engage Read-only'],
    ['Engage User', 'Unify Read-only, Engage User'],
    ['Unify Read-only + Engage User', 'Unify Read-only, Engage User'],
    ['Unify read‑only and Engage user', 'Unify Read-only, Engage User'],
    ['  source   ADMIN ', 'Source Admin'],
    ['Source read only', 'Source Read-only'],
  ])('knows %j as %s', (spelling, name) => {
    expect(role(spelling).name).toBe(name);
  });

  it.each(['', '-', 'Source', 'Admin', 'Source Administrator', 'role-12', '__proto__', 'Super Source Admin'])(
    'does not know %j',
    (name) => {
      expect(findRole(name)).toBeNull();
    },
  );

  it('has one owner role, whose PII is always unmasked', () => {
    expect(catalogueRoles.filter(({ owner }) => owner).map(({ name }) => name)).toEqual(['Workspace Owner']);
    expect(catalogueRoles.filter(({ pii }) => pii === 'always').map(({ name }) => name)).toEqual([
      'Workspace Owner',
    ]);
    expect(catalogueRoles.filter(({ pii }) => pii === 'withinReach').map(({ name }) => name)).toEqual([
      'PII Access',
    ]);
  });

  it('lets Free and Team grant Workspace Owner and Source Admin only, and labels on Business only', () => {
    const grantable = catalogueRoles.filter(({ plans }) => plans.grant.includes('team'));
    expect(grantable.map(({ name }) => name).sort()).toEqual(['Source Admin', 'Workspace Owner']);
    const labelPlans = catalogueRoles.flatMap(({ scopes: rules }) =>
      rules.filter(({ kind }) => kind === 'labels').flatMap(({ plans }) => plans),
    );
    expect(new Set(labelPlans)).toEqual(new Set(['business']));
  });

  it('keeps the write key and creating sources for Source Admin', () => {
    const actions = (name: string) => role(name).permits.flatMap((permit) => permit.actions);
    expect(actions('Source Admin')).toContain('viewWriteKey');
    expect(actions('Source Read-only')).not.toContain('viewWriteKey');
    expect(
      role('Source Admin').permits.find((permit) => permit.actions.includes('createSource')),
    ).toMatchObject({
      on: 'WORKSPACE',
      when: 'scopeAll',
    });
  });

  it('says which scopes a role takes', () => {
    expect(takesScope(role('Source Admin'), scopes.labels('env:prod'))).toBe(true);
    expect(takesScope(role('Source Admin'), scopes.sources('s'))).toBe(true);
    expect(takesScope(role('Source Admin'), scopes.spaces('s'))).toBe(false);
    expect(takesScope(role('Function Admin'), scopes.labels('env:prod'))).toBe(false);
    expect(takesScope(role('PII Access'), scopes.all)).toBe(true);
    expect(takesScope(role('PII Access'), scopes.sources('s'))).toBe(false);
    expect(takesScope(role('Source Admin'), scopes.unknown)).toBe(false);
  });
});

describe('R1: reading a catalogue that was edited', () => {
  const rule = { sources: ['page'] };
  const entry = {
    name: 'Porter',
    aliases: [],
    owner: false,
    level: 'read',
    pii: 'none',
    of: 'doors',
    plans: { grant: ['business'], ...rule },
    scopes: [{ kind: 'all', plans: ['business'], ...rule }],
    permits: [{ on: 'SOURCE', actions: ['view'], ...rule }],
    ...rule,
  };
  const pages = { page: 'A page' };

  it('takes a new role', () => {
    expect([...(readCatalogue({ pages, readings: {}, roles: [entry] }).get('porter')?.kinds ?? [])]).toEqual([
      'SOURCE',
    ]);
  });

  it('refuses two roles of one spelling', () => {
    const twin = { ...entry, name: 'Doorman', aliases: ['PORTER!'] };
    expect(() => readCatalogue({ pages, readings: {}, roles: [entry, twin] })).toThrow(
      /`Porter` and `Doorman`/,
    );
  });

  it('refuses a page that is not spelled out and an action that does not exist', () => {
    expect(() => readCatalogue({ pages: {}, readings: {}, roles: [entry] })).toThrow(/unlisted page `page`/);
    const plans = { ...entry.plans, contested: 'guess' };
    expect(() => readCatalogue({ pages, readings: {}, roles: [{ ...entry, plans }] })).toThrow(
      /reading `guess`/,
    );
    const permits = [{ on: 'SOURCE', actions: ['vew'], ...rule }];
    expect(() => readCatalogue({ pages, readings: {}, roles: [{ ...entry, permits }] })).toThrow();
  });
});
