import type { Grant, Group, Member, Snapshot } from '@contract/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../src-main/lists/relations/facts';
import { createStandings } from '../../../../src-main/lists/rows/standing';
import { buildSnapshot, grant, group, member } from '../../../fixtures/snapshot';

const OWNER = grant('Workspace Owner');
const SOURCES = grant('Source Admin');
const STRANGE = grant('Night Porter');
const FAILED = { subject: 'groups', reason: 'The server failed.' } as const;

function standing(parts: Partial<Snapshot>) {
  const snapshot = buildSnapshot({ members: [member('m')], ...parts });
  const [first] = snapshot.members;
  if (!first) throw new Error('no member');
  return createStandings(readFacts(snapshot))(first);
}
const withGrants = (...grants: Grant[]) => [member('m', { grants })];
const inGroup = (parts: Partial<Group>) => [group('g', { memberIds: ['m'], ...parts })];

describe('the standing of a member', () => {
  it('is a certain no when everything was seen', () => {
    expect(
      standing({ members: withGrants(SOURCES), groups: inGroup({ grants: [grant('PII Access')] }) }),
    ).toEqual({
      owner: false,
      roles: ['Source Admin', 'PII Access'],
      rolesComplete: true,
      groups: 1,
      directGrants: 1,
    });
  });

  it('is owner directly or through a group, by any spelling of the role', () => {
    expect(standing({ members: withGrants(OWNER) }).owner).toBe(true);
    expect(standing({ groups: inGroup({ grants: [grant('workspace OWNER')] }) }).owner).toBe(true);
  });

  it('names each role once, as the workspace words it', () => {
    const members = withGrants(grant('source-admin'), grant('source-admin'));
    expect(standing({ members, groups: inGroup({ grants: [SOURCES] }) }).roles).toEqual([
      'source-admin',
      'Source Admin',
    ]);
  });

  it.each<[string, Partial<Snapshot>]>([
    ['own grants that could not be read', { members: [member('m', { grants: null })] }],
    ['a role that nobody knows', { members: withGrants(STRANGE) }],
    ['a group whose grants could not be read', { groups: inGroup({ grants: null }) }],
    ['a group with a role that nobody knows', { groups: inGroup({ grants: [STRANGE] }) }],
    [
      'a group of owners whose members could not be read',
      { groups: [group('g', { memberIds: null, grants: [OWNER] })] },
    ],
    ['a group of which nothing could be read', { groups: [group('g', { memberIds: null, grants: null })] }],
    ['groups that could not be read', { unknowns: [FAILED] }],
  ])('is unknown with %s', (_, parts) => {
    expect(standing(parts).owner).toBeNull();
  });

  it('stays a yes whatever else is unknown', () => {
    const groups = [group('g', { memberIds: null, grants: null })];
    expect(standing({ members: withGrants(OWNER, STRANGE), groups, unknowns: [FAILED] }).owner).toBe(true);
    expect(
      standing({ members: [member('m', { grants: null })], groups: inGroup({ grants: [OWNER] }) }).owner,
    ).toBe(true);
  });

  it('is no worse for a group of unseen members that gives nothing of the kind', () => {
    const unseen = (grants: Grant[]) => standing({ groups: [group('g', { memberIds: null, grants })] });
    expect(unseen([])).toEqual({
      owner: false,
      roles: [],
      rolesComplete: true,
      groups: null,
      directGrants: 0,
    });
    expect(unseen([SOURCES])).toEqual({
      owner: false,
      roles: null,
      rolesComplete: false,
      groups: null,
      directGrants: 0,
    });
  });

  it('names the roles that were seen, and says that there may be more', () => {
    expect(standing({ members: withGrants(SOURCES), unknowns: [FAILED] })).toMatchObject({
      roles: ['Source Admin'],
      rolesComplete: false,
    });
    expect(
      standing({ members: [member('m', { grants: null })], groups: inGroup({ grants: [SOURCES] }) }),
    ).toMatchObject({ roles: ['Source Admin'], rolesComplete: false });
  });

  it('knows the names of roles that the catalogue does not', () => {
    expect(standing({ members: withGrants(STRANGE) }).roles).toEqual(['Night Porter']);
  });
});

describe('the standing against every way of filling the gaps', () => {
  const grants = fc.array(fc.constantFrom(OWNER, SOURCES, STRANGE), { maxLength: 2 });
  const world = fc.record({
    grants: fc.option(grants),
    groups: fc.array(fc.record({ grants: fc.option(grants), inside: fc.option(fc.boolean()) }), {
      maxLength: 3,
    }),
  });

  /** Whether the member could be an owner and could be none, taking each unknown either way. */
  function possible(
    direct: Grant[] | null,
    groups: readonly { grants: Grant[] | null; inside: boolean | null }[],
  ) {
    const can = (list: Grant[] | null) => ({
      yes: list === null || list.includes(OWNER) || list.includes(STRANGE),
      no: list === null || !list.includes(OWNER),
    });
    const own = can(direct);
    const through = groups.map(({ grants: list, inside }) => {
      const each = can(list);
      return { yes: each.yes && inside !== false, no: each.no || inside !== true };
    });
    return { yes: own.yes || through.some(({ yes }) => yes), no: own.no && through.every(({ no }) => no) };
  }

  it('is yes or no only where no gap could turn it round', () => {
    fc.assert(
      fc.property(world, ({ grants: direct, groups }) => {
        const members: Member[] = [member('m', { grants: direct })];
        const made = groups.map(({ grants: list, inside }, number) =>
          group(`g${number}`, {
            grants: list,
            memberIds: inside === null ? null : inside ? ['m'] : ['other'],
          }),
        );
        const { yes, no } = possible(direct, groups);
        const expected = yes && no ? null : yes;
        expect(standing({ members, groups: made }).owner).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
