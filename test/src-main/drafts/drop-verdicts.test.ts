import type { Change } from '@contract/changes';
import { type DropTarget, dropVerdictSchema } from '@contract/drafts';
import { describe, expect, it } from 'vitest';
import { answerDrops, DraftedPolicies } from '../../../src-main/compiled-policies/answers/drops';
import { holdPolicy } from '../../../src-main/compiled-policies/held-policy';
import { buildSnapshot, grant, group, label, member, resources, scopes } from '../../fixtures/snapshot';

const byLabel = (...texts: string[]) => grant('Source Admin', scopes.labels(...texts));
const held = holdPolicy(
  buildSnapshot({
    members: [member('ada', { grants: [grant('Workspace Owner')] }), member('ben'), member('cleo')],
    groups: [
      group('g1', { memberIds: ['ben', 'cleo'], grants: [byLabel('brand:a'), grant('Source Read-only')] }),
      group('g2', { memberIds: ['ben'] }),
    ],
    roles: ['Source Admin', 'PII Access'].map((name) => ({ id: `role ${name}`, name, description: '' })),
    labels: ['brand:a', 'brand:b', 'env:prod'].map(label),
    resources: [
      resources.source('s1', 'brand:a'),
      resources.source('s2', 'brand:b', 'env:prod'),
      resources.space('p1'),
      resources.warehouse('w1'),
    ],
    beyondApi: { plan: 'business', hipaaEligible: null, actingToken: null, tokens: null },
  }),
);
const key = '5f0f3a5e-9a0f-4a39-8f1e-0a6f3a3b1c11';
const g1 = { kind: 'group', id: 'g1' } as const;
const lane: DropTarget = { kind: 'lane', holder: { kind: 'group', id: 'g2' }, roleId: 'role Source Admin' };
const onGrant: DropTarget = { kind: 'grant', holder: g1, grant: 0 };
const onResource = (type: 'SOURCE' | 'SPACE' | 'WAREHOUSE', id: string): DropTarget => ({
  kind: 'resource',
  resource: { type, id },
});

function drop(labels: string[], target: DropTarget, draft: Change[] = []) {
  const [verdict] = answerDrops(new DraftedPolicies(), held, {
    key,
    labels: labels.map(label),
    targets: [target],
    draft,
  });
  return dropVerdictSchema.parse(verdict);
}

describe('dropping labels', () => {
  it('on a lane is a further grant, with what it gives', () => {
    const verdict = drop(['brand:b'], lane);
    expect(verdict.changes).toEqual([
      { kind: 'addGrant', holder: { kind: 'group', id: 'g2' }, grant: byLabel('brand:b') },
    ]);
    expect(verdict).toMatchObject({
      kind: 'widens',
      words: 'adds Source Admin on brand:b: widens',
      verdict: { verdict: 'accepted' },
      // Ben reads every source through g1 already and becomes admin of one.
      effect: { counts: { cells: 1, raised: 1, lost: 0 }, members: 1, resources: 1 },
    });
  });

  it('on a label grant narrows to both', () => {
    const verdict = drop(['env:prod'], onGrant);
    expect(verdict).toMatchObject({
      kind: 'narrows',
      words: 'narrows to both: brand:a and env:prod',
      effect: { counts: { cells: 2, lowered: 2 }, members: 2, resources: 1 },
    });
    expect(verdict.changes.map((change) => change.kind)).toEqual(['removeGrant', 'addGrant']);
  });

  it('on a source replaces the value of the same key', () => {
    expect(drop(['brand:b'], onResource('SOURCE', 's1'))).toMatchObject({
      kind: 'labels',
      words: 'replaces brand:a',
      changes: [{ kind: 'removeLabel' }, { kind: 'addLabel' }],
      effect: { counts: { lowered: 2 }, members: 2, resources: 1 },
    });
  });

  it('on a space whose labels cannot be set is a statement only', () => {
    expect(drop(['env:prod'], onResource('SPACE', 'p1'))).toMatchObject({
      kind: 'attestation',
      changes: [],
      effect: null,
    });
  });

  it.each([
    ['two values of one key', ['brand:b'], onGrant],
    ['no label grant', ['brand:b'], { ...onGrant, grant: 1 }],
    ['no such grant', ['brand:b'], { ...onGrant, grant: 7 }],
    ['a role that takes no labels', ['brand:b'], { ...lane, roleId: 'role PII Access' }],
    ['a warehouse', ['brand:b'], onResource('WAREHOUSE', 'w1')],
    ['a label that it carries', ['brand:a'], onResource('SOURCE', 's1')],
    ['two labels of one key', ['brand:a', 'brand:b'], onResource('SOURCE', 's2')],
    ['an unknown label', ['brand:z'], lane],
  ] as const)('is refused with a reason: %s', (_, labels, target) => {
    const verdict = drop([...labels], target);
    expect(verdict).toMatchObject({
      kind: 'none',
      changes: [],
      effect: null,
      verdict: { verdict: 'refused' },
    });
    expect(verdict.verdict.reasons.join()).not.toBe('');
  });

  it('counts on top of the draft', () => {
    const draft: Change[] = [
      { kind: 'addGrant', holder: { kind: 'group', id: 'g2' }, grant: byLabel('env:prod') },
      { kind: 'removeFromGroup', groupId: 'g2', memberId: 'ben' },
    ];
    expect(drop(['brand:b'], { ...lane, holder: g1 }).verdict.verdict).toBe('refused');
    expect(drop(['env:prod'], lane, draft).verdict.reasons).toEqual([
      'Source Admin on env:prod is granted already.',
    ]);
    expect(drop(['brand:b'], lane, draft.slice(1)).effect).toMatchObject({
      counts: { cells: 0 },
      members: 0,
    });
  });
});
