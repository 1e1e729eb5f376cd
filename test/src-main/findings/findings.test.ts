import type { FindingRule } from '@contract/findings';
import { findingSchemas } from '@contract/findings';
import type { Snapshot } from '@contract/snapshot';
import { describe, expect, it } from 'vitest';
import { findAll, RULES } from '../../../src-main/findings/find';
import { readFacts } from '../../../src-main/lists/relations/facts';
import { compile } from '../../../src-main/policy/policy';
import { buildSnapshot, grant, group, member, resources, scopes } from '../../fixtures/snapshot';

function look(parts: Partial<Snapshot>) {
  const policy = compile(buildSnapshot(parts));
  const found = findAll(policy, readFacts(policy.snapshot));
  findingSchemas['findings.list'].output.parse({
    fingerprint: 'x',
    rules: found.rules,
    matched: found.all.length,
    offset: 0,
    rows: found.all,
  });
  const rule = (name: FindingRule) => ({
    names: found.of(name).flatMap(({ subjects }) => subjects.map((each) => each.name)),
    evidence: found.of(name).map(({ evidence }) => evidence),
    fixes: found.of(name).map(({ fix }) => fix),
    unknown: found.rules.find((each) => each.rule === name)?.unknown,
  });
  return { found, rule };
}

const prod = resources.source('prod', 'env:prod');
const bare = resources.source('bare');
/** Its labels cannot be seen. */
const hidden = resources.space('s');
const owner = (id: string) => member(id, { grants: [grant('Workspace Owner')] });

describe('every rule', () => {
  it('says what it is called, why it matters and how it decides', () => {
    expect(new Set(RULES.map(({ rule }) => rule)).size).toBe(RULES.length);
    for (const { title, why, how } of RULES) for (const text of [title, why, how]) expect(text).not.toBe('');
  });
  it('finds nothing in an empty workspace', () => {
    expect(look({}).found.all).toEqual([]);
  });
});

describe('owners', () => {
  it('are too many when they are more than the few, through groups too', () => {
    const few = ['a', 'b', 'c', 'd', 'e'].map(owner);
    expect(look({ members: few }).rule('manyOwners').names).toEqual([]);
    const through = look({
      members: [...few, member('f')],
      groups: [group('g', { memberIds: ['f'], grants: [grant('Workspace Owner')] })],
    });
    expect(through.rule('manyOwners')).toMatchObject({ evidence: ['6 members can manage access.'] });
    expect(through.rule('manyOwners').names).toContain('Name f');
  });

  it('may be the only ones who reach a resource', () => {
    const { rule } = look({
      members: [owner('a'), member('b', { grants: [grant('Source Admin', scopes.labels('env:prod'))] })],
      resources: [prod, bare],
    });
    expect(rule('onlyOwners')).toMatchObject({
      names: [bare.name],
      evidence: ['Reached by 1 owner and nobody else.'],
    });
  });

  it('are not said to be the only ones where nobody can tell', () => {
    const { rule } = look({
      members: [owner('a'), member('b', { grants: null })],
      resources: [bare],
      unknowns: [{ subject: 'memberGrants', id: 'b', reason: 'Not read.' }],
    });
    expect(rule('onlyOwners')).toMatchObject({ names: [], unknown: 'Not read.' });
  });
});

describe('grants', () => {
  it('that open nothing are named, unless what they are about could not be read', () => {
    const parts = {
      members: [member('a', { grants: [grant('Source Admin', scopes.sources('gone'))] })],
      resources: [prod],
    };
    expect(look(parts).rule('opensNothing')).toMatchObject({
      names: ['Name a'],
      evidence: ['The resource that it names is gone.'],
    });
    const unread = look({ ...parts, unknowns: [{ subject: 'sources', reason: 'Not read.' }] });
    expect(unread.rule('opensNothing')).toMatchObject({ names: [], unknown: 'Not read.' });
  });

  it('of roles that give nothing by themselves are as they should be', () => {
    const { found } = look({ members: [member('a', { grants: [grant('Workspace Member')] })] });
    expect(found.all).toEqual([]);
  });

  it('over labels that no resource carries are named apart', () => {
    const { rule } = look({
      groups: [
        group('g', {
          memberIds: ['a'],
          grants: [grant('Source Admin', scopes.labels('env:prod', 'brand:a'))],
        }),
      ],
      members: [member('a')],
      resources: [prod],
    });
    expect(rule('labelsWithoutResource').names).toEqual(['Group g']);
    expect(rule('opensNothing').names).toEqual([]);
  });

  it('are not called empty where a space may carry the labels', () => {
    const { rule } = look({
      members: [member('a', { grants: [grant('Unify and Engage Admin', scopes.labels('env:prod'))] })],
      resources: [hidden],
    });
    expect(rule('labelsWithoutResource').names).toEqual([]);
  });

  it('covered by a wider one of the same holder are named with what covers them', () => {
    const { rule } = look({
      members: [
        member('a', { grants: [grant('Source Read-only', scopes.sources('prod'))] }),
        member('b', { grants: [grant('Source Admin', scopes.sources('prod'))] }),
      ],
      groups: [group('g', { memberIds: ['a', 'b'], grants: [grant('Source Read-only')] })],
      resources: [prod, bare],
    });
    expect(rule('coveredByOthers')).toMatchObject({
      names: ['Name a'],
      evidence: ['Covered by Source Read-only of the group Group g.'],
    });
  });

  it('given twice are covered once', () => {
    const twice = [grant('Source Admin'), grant('Source Admin')];
    expect(
      look({ members: [member('a', { grants: twice })], resources: [prod] }).rule('coveredByOthers').names,
    ).toEqual(['Name a']);
  });

  it('that unmask PII for people who reach nothing are named', () => {
    const { rule } = look({
      members: [
        member('a', { grants: [grant('PII Access')] }),
        member('b', { grants: [grant('PII Access'), grant('Source Read-only')] }),
      ],
      resources: [prod],
    });
    expect(rule('piiWithoutReach').names).toEqual(['Name a']);
  });

  it('that let people relabel sources matter only where grants ask for labels', () => {
    const admin = member('a', { grants: [grant('Source Admin', scopes.sources('prod', 'bare'))] });
    expect(look({ members: [admin], resources: [prod, bare] }).rule('relabelling').names).toEqual([]);
    const asking = member('b', { grants: [grant('Source Read-only', scopes.labels('env:prod'))] });
    expect(
      look({ members: [admin, asking, owner('c')], resources: [prod, bare] }).rule('relabelling'),
    ).toMatchObject({
      names: ['Name a'],
      evidence: ['Can relabel 2 sources of 2; 1 grant asks for labels.'],
    });
  });
});

describe('leftovers', () => {
  const labels = [
    { key: 'env', value: 'prod' },
    { key: 'env', value: 'old' },
  ];
  it('are labels on nothing and in no grant', () => {
    expect(look({ labels, resources: [prod] }).rule('unusedLabel')).toMatchObject({
      names: ['env:old'],
      fixes: [{ kind: 'deleteLabel', label: { key: 'env', value: 'old' } }],
    });
  });
  it('are not called unused where labels of spaces cannot be seen', () => {
    const { rule } = look({
      labels,
      resources: [prod, hidden],
      unknowns: [{ subject: 'spaceLabels', reason: 'Not shown.' }],
    });
    expect(rule('unusedLabel').names).toEqual([]);
    expect(rule('unusedLabel').unknown).toContain('1 label is not seen in use');
  });
  it('are groups without members, and invites', () => {
    const { rule } = look({
      groups: [
        group('g', { grants: [grant('Source Admin')] }),
        group('h', { invitedEmails: ['x@example.com'] }),
      ],
      invites: [{ email: 'x@example.com' }],
    });
    expect(rule('emptyGroup')).toMatchObject({ names: ['Group g'], evidence: ['It holds 1 grant.'] });
    expect(rule('pendingInvite').evidence).toEqual([
      'Waits in Group h; what else it offers is not shown by Segment.',
    ]);
  });
});

describe('accounts', () => {
  it('of one mailbox or one name may be one person, each set once', () => {
    const { rule } = look({
      members: [
        member('a', { name: 'Ann', email: 'ann@x.example' }),
        member('b', { name: 'Ann', email: 'ann+two@x.example' }),
        member('c', { name: 'Zoë', email: 'z@x.example' }),
        member('d', { name: 'zoe', email: 'zoe@y.example' }),
      ],
    });
    expect(rule('severalAccounts').evidence).toEqual([
      'One mailbox: ann@x.example, ann+two@x.example.',
      'One name: z@x.example, zoe@y.example.',
    ]);
  });
});
