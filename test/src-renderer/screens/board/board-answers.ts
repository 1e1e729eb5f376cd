import type { Change } from '@contract/changes';
import type { DraftView, DropTarget, DropVerdict } from '@contract/drafts';
import type { EffectPage } from '@contract/policy';
import type { LabelRef } from '@contract/snapshot';
import { forgetAnswers } from '../../../../src-renderer/screens/board/use-answer';
import { keepAppliesOf } from '../../../../src-renderer/stores/apply';
import { keepDraftsOf } from '../../../../src-renderer/stores/draft';
import { forgetDragging } from '../../../../src-renderer/stores/drag';
import type { FakeBridge } from '../../../fixtures/fake-bridge';
import { workspaceKey, workspaceView } from '../../../fixtures/workspace-view';
import { prepareScreen } from '../open-screen';
import { label, labelGrant, ROLE } from './board-grants';

const nothing = {
  cells: 0,
  gained: 0,
  lost: 0,
  raised: 0,
  lowered: 0,
  piiGained: 0,
  piiLost: 0,
  onlyDoubt: 0,
};

/** An effect of one member who gains one resource. */
export const someEffect: EffectPage = {
  kind: 'effect',
  fingerprint: 'f',
  counts: { ...nothing, cells: 1, gained: 1 },
  members: 1,
  resources: 1,
  offset: 0,
  rows: [
    {
      member: { subject: { kind: 'member', id: 'm1' }, name: 'Ada' },
      resource: { subject: { kind: 'resource', id: 'SOURCE:s1' }, name: 'Web prod' },
      before: { atLeast: 'none', atMost: 'none', pii: 'denied', ambiguous: false },
      after: { atLeast: 'admin', atMost: 'admin', pii: 'denied', ambiguous: false },
    },
  ],
};

/** What main would say: lanes widen for 12 members and 38 resources, grants narrow, the source s2 refuses. */
export function verdictOf(labels: LabelRef[], target: DropTarget): DropVerdict {
  const accepted = { verdict: 'accepted' as const, reasons: [] };
  switch (target.kind) {
    case 'lane':
      return {
        kind: 'widens',
        words: 'adds a grant: widens',
        changes: [
          {
            kind: 'addGrant',
            holder: target.holder,
            grant: { roleId: target.roleId, roleName: ROLE.name, scope: { kind: 'labels', labels } },
          },
        ],
        verdict: accepted,
        effect: { counts: { ...nothing, cells: 400, gained: 400 }, members: 12, resources: 38 },
      };
    case 'grant':
      return {
        kind: 'narrows',
        words: 'narrows to both',
        changes: [{ kind: 'setGrants', holder: target.holder, grants: [] }],
        verdict: accepted,
        effect: { counts: { ...nothing, cells: 9, lost: 9 }, members: 3, resources: 3 },
      };
    case 'resource':
      return target.resource.id === 's2'
        ? {
            kind: 'none',
            words: 'cannot be dropped',
            changes: [],
            verdict: { verdict: 'refused', reasons: ['The plan has no labels.'] },
            effect: null,
          }
        : {
            kind: 'labels',
            words: 'replaces env:stage',
            changes: labels.map((each) => ({ kind: 'addLabel', resource: target.resource, label: each })),
            verdict: accepted,
            effect: { counts: nothing, members: 0, resources: 0 },
          };
  }
}

/** A draft as main keeps it, without squashing: each add is one step of undo. */
export class KeptDraft {
  steps: Change[][] = [];
  undone: Change[][] = [];
  revision = 0;

  view(): DraftView {
    const words = (changes: Change[] | undefined) => changes?.map(({ kind }) => kind).join(' and ') ?? null;
    return {
      key: workspaceKey(1),
      revision: this.revision,
      fingerprint: 'f'.repeat(64),
      items: this.steps.flat().map((change, index) => ({
        id: `i${index}`,
        change,
        words: `Do ${change.kind}`,
        state: { kind: 'applies' },
        verdict: { verdict: 'accepted', reasons: [] },
      })),
      undo: words(this.steps.at(-1)),
      redo: words(this.undone.at(-1)),
    };
  }

  after(work: () => void): DraftView {
    work();
    this.revision += 1;
    return this.view();
  }
}

/** A bridge that answers what the board asks: three labels, two groups, two sources, and a draft. */
export function prepareBoard(): { bridge: FakeBridge; draft: KeptDraft } {
  forgetDragging();
  forgetAnswers();
  keepDraftsOf([]);
  keepAppliesOf([]);
  const draft = new KeptDraft();
  const reach = { read: 0, admin: 0, unknown: 0, pii: 0 };
  const page = <Row>(rows: Row[]) => ({
    fingerprint: 'f'.repeat(64),
    total: rows.length,
    matched: rows.length,
    offset: 0,
    rows,
    unknown: null,
  });
  const bridge = prepareScreen('board', workspaceView()).answer({
    'lists.roles': () =>
      page([
        { ...ROLE, description: '', members: 1, groups: 1, known: true },
        { id: 'r-read', name: 'Source Read-only', description: '', members: 0, groups: 0, known: true },
      ]),
    'lists.labels': () =>
      page(
        ['env:prod', 'env:stage', 'brand:a'].map((text) => ({
          ...label(text),
          description: '',
          sources: 1,
          spaces: 0,
          memberGrants: 0,
          groupGrants: 1,
          people: 1,
        })),
      ),
    'lists.groups': () =>
      page([
        { id: 'g1', name: 'Analysts', members: 42, invited: 0, roles: [], grants: 1, reach },
        { id: 'g2', name: 'Growth', members: 17, invited: 0, roles: [], grants: 0, reach },
      ]),
    'lists.resources': () => ({
      ...page(
        ['s1', 's2'].map((id) => ({
          type: 'SOURCE' as const,
          id,
          name: `Source ${id}`,
          slug: id,
          detail: '',
          enabled: true,
          labels: id === 's1' ? [label('env:stage')] : [],
          canCarryLabels: true,
          source: null,
          reach,
        })),
      ),
      byType: { SOURCE: 2, DESTINATION: 0, WAREHOUSE: 0, SPACE: 0, TRACKING_PLAN: 0, FUNCTION: 0 },
      unreadable: [],
    }),
    inspect: ({ subject }) => ({
      kind: 'group',
      row: { id: subject.id, name: '', members: 0, invited: 0, roles: [], grants: 0, reach },
      grants: subject.id === 'g1' ? [labelGrant('env:stage')] : [],
      members: [],
      invited: [],
      reason: null,
    }),
    'drafts.get': () => draft.view(),
    'drafts.add': ({ changes }) => draft.after(() => draft.steps.push(changes)),
    'drafts.undo': () =>
      draft.after(() => {
        const last = draft.steps.pop();
        if (last !== undefined) draft.undone.push(last);
      }),
    'drafts.redo': () =>
      draft.after(() => {
        const last = draft.undone.pop();
        if (last !== undefined) draft.steps.push(last);
      }),
    'drafts.dropVerdicts': ({ labels, targets }) => targets.map((target) => verdictOf(labels, target)),
    'policy.effect': () => someEffect,
    'policy.effectSummary': () =>
      someEffect.kind === 'impossible'
        ? someEffect
        : {
            kind: 'summary',
            fingerprint: someEffect.fingerprint,
            counts: someEffect.counts,
            members: someEffect.members,
            resources: someEffect.resources,
            of: 1,
            offset: 0,
            rows: [
              { subject: { subject: { kind: 'member', id: 'm1' }, name: 'Ada' }, counts: someEffect.counts },
            ],
            callOuts: {
              ownersBecoming: [{ subject: { kind: 'member', id: 'm1' }, name: 'Ada' }],
              ownersCeasing: [],
              relabelBecoming: [
                { member: { subject: { kind: 'member', id: 'm2' }, name: 'Bob' }, sources: 3 },
              ],
              relabelCeasing: [],
            },
          },
    'policy.judge': ({ changes }) => changes.map(() => ({ verdict: 'accepted', reasons: [] })),
    'apply.state': () => null,
  });
  return { bridge, draft };
}
