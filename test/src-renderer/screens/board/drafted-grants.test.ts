import { describe, expect, it } from 'vitest';
import { draftedGrants, grantOf, withoutGrant } from '../../../../src-renderer/screens/board/drafted-grants';
import { ANALYSTS, label, labelGrant } from './board-grants';

const prod = grantOf(labelGrant('env:prod'));
const both = grantOf(labelGrant('env:prod', 'brand:a'));
const stage = grantOf(labelGrant('env:stage'));

function told(views: Parameters<typeof draftedGrants>[0], changes: Parameters<typeof draftedGrants>[2]) {
  return draftedGrants(views, ANALYSTS, changes).map(({ grant, at, mark }) => [
    grant.scope.kind === 'labels' ? grant.scope.labels.map(({ value }) => value).join() : grant.scope.kind,
    at,
    mark,
  ]);
}

describe('the grants of a holder with the draft', () => {
  it('are those of the snapshot without one', () => {
    expect(told([labelGrant('env:prod')], [])).toEqual([['prod', 0, 'kept']]);
  });

  it('have added ones at the end, as main has', () => {
    expect(told([labelGrant('env:prod')], [{ kind: 'addGrant', holder: ANALYSTS, grant: stage }])).toEqual([
      ['prod', 0, 'kept'],
      ['stage', 1, 'added'],
    ]);
  });

  it('keep the places of the others when one goes, which is still shown', () => {
    expect(
      told(
        [labelGrant('env:prod'), labelGrant('env:stage')],
        [{ kind: 'removeGrant', holder: ANALYSTS, grant: prod }],
      ),
    ).toEqual([
      ['stage', 0, 'kept'],
      ['prod', null, 'removed'],
    ]);
  });

  it('take away only one of two equal ones, and nothing of another holder', () => {
    const twice = [labelGrant('env:prod'), labelGrant('env:prod')];
    expect(told(twice, [{ kind: 'removeGrant', holder: ANALYSTS, grant: prod }])).toEqual([
      ['prod', 0, 'kept'],
      ['prod', null, 'removed'],
    ]);
    const other = { kind: 'member' as const, id: 'g1' };
    expect(told([labelGrant('env:prod')], [{ kind: 'removeGrant', holder: other, grant: prod }])).toEqual([
      ['prod', 0, 'kept'],
    ]);
  });

  it('are the same whatever the order of their labels', () => {
    const turned = labelGrant('brand:a', 'env:prod');
    expect(told([turned], [{ kind: 'removeGrant', holder: ANALYSTS, grant: both }])).toEqual([
      ['a,prod', null, 'removed'],
    ]);
  });

  it('are as a whole list says', () => {
    expect(
      told([labelGrant('env:prod')], [{ kind: 'setGrants', holder: ANALYSTS, grants: [stage, prod] }]),
    ).toEqual([
      ['stage', 0, 'added'],
      ['prod', 1, 'kept'],
    ]);
  });

  it('leave no trace of what was added and taken away again', () => {
    expect(
      told(
        [],
        [
          { kind: 'addGrant', holder: ANALYSTS, grant: prod },
          { kind: 'removeGrant', holder: ANALYSTS, grant: prod },
        ],
      ),
    ).toEqual([]);
  });
});

describe('taking away', () => {
  it('a grant is one change', () => {
    expect(withoutGrant(ANALYSTS, both, null)).toEqual([
      { kind: 'removeGrant', holder: ANALYSTS, grant: both },
    ]);
  });

  it('one label of two leaves a grant of the other', () => {
    expect(withoutGrant(ANALYSTS, both, label('brand:a'))).toEqual([
      { kind: 'removeGrant', holder: ANALYSTS, grant: both },
      { kind: 'addGrant', holder: ANALYSTS, grant: prod },
    ]);
  });

  it('the last label takes the grant: one over nothing does not exist', () => {
    expect(withoutGrant(ANALYSTS, prod, label('env:prod'))).toEqual([
      { kind: 'removeGrant', holder: ANALYSTS, grant: prod },
    ]);
  });
});
