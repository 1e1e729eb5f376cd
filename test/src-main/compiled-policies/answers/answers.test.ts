import type { Change } from '@contract/changes';
import { channels } from '@contract/channels';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../../src-main/compiled-policies/answers/answers';
import { holdPolicy } from '../../../../src-main/compiled-policies/held-policy';
import type { QuestionName } from '../../../../src-main/compiled-policies/messages';
import { buildSnapshot, grant, group, label, member, resources, scopes } from '../../../fixtures/snapshot';
import { randomChange } from '../../policy/random-change';
import { Random, randomWorld } from '../../policy/random-world';
import { KEY } from '../in-process';

const held = holdPolicy(
  buildSnapshot({
    members: [
      member('ada', { grants: [grant('Source Admin', scopes.labels('env:prod')), grant('Night Porter')] }),
      member('ben', { grants: [grant('Source Read-only', scopes.labels('env:prod'))] }),
      member('cid', { grants: [grant('Workspace Owner')] }),
      member('dee'),
    ],
    groups: [group('g', { memberIds: ['ben'], grants: [grant('Source Admin', scopes.sources('s2'))] })],
    roles: ['Source Admin', 'Source Read-only', 'Workspace Owner', 'Night Porter'].map((name) => ({
      id: `role ${name}`,
      name,
      description: '',
    })),
    labels: [label('env:prod')],
    resources: [resources.source('s1', 'env:prod'), resources.source('s2'), resources.warehouse('w1')],
  }),
);
/** The answer, cut down to the contract as the window gets it. */
function ask<Name extends QuestionName>(name: Name, input: object) {
  return channels[name].output.parse(answerQuestion(held, name, { key: KEY, ...input }));
}
const s1 = { kind: 'resource', resource: { type: 'SOURCE', id: 's1' } } as const;
const s2 = { kind: 'resource', resource: { type: 'SOURCE', id: 's2' } } as const;
const page = { offset: 0, limit: 50 };

describe('explain', () => {
  it('shows the grant behind a yes, with the group that holds it', () => {
    expect(ask('policy.explain', { memberId: 'ben', action: 'edit', target: s2 })).toMatchObject({
      member: { subject: { kind: 'member', id: 'ben' }, name: 'Name ben' },
      targets: [{ subject: { kind: 'resource', id: 'SOURCE:s2' }, name: 'Source s2' }],
      effect: 'allowed',
      reasons: [
        {
          deciding: true,
          doubt: null,
          grant: { holder: { name: 'Group g' }, throughGroup: true, roleName: 'Source Admin' },
        },
      ],
      level: { atLeast: 'admin' },
      near: [],
      fixes: [],
    });
  });

  it('says what a no lacks, and changes that are worded and would be taken', () => {
    const answer = ask('policy.explain', { memberId: 'dee', action: 'view', target: s2 });
    expect(answer).toMatchObject({ effect: 'denied', reasons: [], level: { atLeast: 'none' } });
    const words = Reflect.get(answer, 'fixes').map((fix: { words: string }) => fix.words);
    expect(words, words.join()).toContain('Grant Source Admin on Source s2 to Name dee');
    expect(words.some((text: string) => text.includes('Group g'))).toBe(true);
    const ofBen = ask('policy.explain', { memberId: 'ben', action: 'edit', target: s1 });
    expect(ofBen).toMatchObject({
      effect: 'denied',
      near: expect.arrayContaining([
        {
          grant: expect.objectContaining({ roleName: 'Source Read-only' }),
          lacks: 'The role Source Read-only does not give this.',
        },
        {
          grant: expect.objectContaining({ roleName: 'Source Admin' }),
          lacks: 'The list of this Source Admin grant does not name the resource.',
        },
      ]),
    });
  });

  it('doubts where a role is unknown', () => {
    expect(ask('policy.explain', { memberId: 'ada', action: 'view', target: s2 })).toMatchObject({
      effect: 'unknown',
      reasons: [
        { grant: { roleName: 'Night Porter', roleKnown: false }, doubt: expect.stringMatching(/\.$/) },
      ],
      level: { atLeast: 'none', atMost: 'admin' },
    });
  });

  it('is about the workspace too', () => {
    const answer = ask('policy.explain', {
      memberId: 'cid',
      action: 'manageAccess',
      target: { kind: 'workspace' },
    });
    expect(answer).toMatchObject({ effect: 'allowed', level: null, targets: [] });
    expect(Reflect.get(answer, 'actions')).toContainEqual({ action: 'createToken', effect: 'allowed' });
  });

  it.each([
    ['a member', { memberId: 'nobody', action: 'view', target: s2 }, 'notFound'],
    [
      'a resource',
      { memberId: 'ada', action: 'view', target: { kind: 'resource', resource: { type: 'SPACE', id: 'x' } } },
      'notFound',
    ],
    ['an action', { memberId: 'ada', action: 'fly', target: s2 }, 'badInput'],
  ])('refuses %s that is not there', (_, input, code) => {
    expect(() => ask('policy.explain', input)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code }) }),
    );
  });
});

describe('who can, what can', () => {
  it('list those for certain first, page by page', () => {
    const input = { action: 'view', target: s2 };
    expect(ask('policy.whoCan', { ...input, ...page })).toMatchObject({
      allowed: 2,
      unknown: 1,
      rows: [
        {
          member: { name: 'Name ben' },
          email: 'ben@example.com',
          effect: 'allowed',
          level: { atLeast: 'admin' },
        },
        { member: { name: 'Name cid' }, effect: 'allowed' },
        { member: { name: 'Name ada' }, effect: 'unknown', level: { atMost: 'admin' } },
      ],
    });
    expect(Reflect.get(ask('policy.whoCan', { ...input, offset: 1, limit: 2 }), 'rows')).toMatchObject([
      { member: { name: 'Name cid' } },
      { member: { name: 'Name ada' } },
    ]);
    expect(Reflect.get(ask('policy.whoCan', { ...input, offset: 9, limit: 2 }), 'rows')).toEqual([]);
    expect(
      ask('policy.whatCan', { memberId: 'ada', action: 'view', types: ['SOURCE'], ...page }),
    ).toMatchObject({
      allowed: 1,
      unknown: 1,
      rows: [
        { resource: { name: 'Source s1' }, effect: 'allowed' },
        { resource: { name: 'Source s2' }, effect: 'unknown' },
      ],
    });
  });
});

describe('drafts', () => {
  const change: Change = {
    kind: 'addGrant',
    holder: { kind: 'member', id: 'dee' },
    grant: grant('Source Read-only', scopes.labels('env:prod')),
  };

  it('are told with their cells, and judged in sentences', () => {
    expect(ask('policy.effect', { draft: [change], ...page })).toMatchObject({
      kind: 'effect',
      counts: { cells: 1, gained: 1 },
      members: 1,
      resources: 1,
      rows: [{ member: { name: 'Name dee' }, before: { atLeast: 'none' }, after: { atLeast: 'read' } }],
    });
    expect(
      ask('policy.effect', { draft: [{ kind: 'deleteGroup', groupId: 'none' }], ...page }),
    ).toMatchObject({ kind: 'impossible', position: 0, reason: expect.stringMatching(/\.$/) });
    const verdicts = ask('policy.judge', {
      draft: [],
      changes: [
        change,
        { ...change, grant: grant('Night Porter') },
        { kind: 'removeMember', memberId: 'cid' },
      ],
    });
    expect(verdicts).toMatchObject([
      { verdict: expect.stringMatching(/accepted|unknown/) },
      { verdict: 'unknown', reasons: [expect.stringMatching(/Night Porter.*\.$/)] },
      {
        verdict: expect.stringMatching(/refused|unknown/),
        reasons: [expect.stringContaining('owner'), ...[]],
      },
    ]);
    expect(ask('policy.mayGrant', { holder: change.holder, grant: grant('Night Porter') })).toMatchObject({
      verdict: 'unknown',
    });
  });

  it('reach as many members and resources as their changed cells name', () => {
    let changed = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const snapshot = randomWorld(seed);
      const random = new Random(seed + 1000);
      const draft = Array.from({ length: 1 + random.below(3) }, (_, number) =>
        randomChange(random, snapshot, number),
      );
      const answer = channels['policy.effect'].output.parse(
        answerQuestion(holdPolicy(snapshot), 'policy.effect', { key: KEY, draft, offset: 0, limit: 500 }),
      );
      if (answer.kind === 'impossible') continue;
      expect(answer.rows).toHaveLength(answer.counts.cells);
      const ids = (side: 'member' | 'resource') =>
        new Set(answer.rows.map((row) => JSON.stringify(row[side].subject))).size;
      expect([answer.members, answer.resources], `world ${seed}`).toEqual([ids('member'), ids('resource')]);
      if (answer.counts.cells > 0) changed += 1;
    }
    expect(changed).toBeGreaterThan(50);
  });
});
