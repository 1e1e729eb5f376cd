import { describe, expect, it } from 'vitest';
import {
  draftedLabels,
  draftedPeople,
  draftedWorn,
} from '../../../../src-renderer/screens/board/drafted-things';
import { label } from './board-grants';

const s1 = { type: 'SOURCE' as const, id: 's1' };

describe('what a resource wears with the draft', () => {
  it('is unknown where its labels are', () => {
    expect(draftedWorn(null, s1, [])).toBeNull();
  });

  it('has the new value in the place of the old one of the same key', () => {
    const worn = draftedWorn([label('env:stage'), label('brand:a')], s1, [
      { kind: 'addLabel', resource: s1, label: label('env:prod') },
    ]);
    expect(worn?.map(({ thing, mark }) => `${thing.value} ${mark}`)).toEqual([
      'stage removed',
      'a kept',
      'prod added',
    ]);
  });

  it('is what it was after taking off and putting on again', () => {
    const worn = draftedWorn([label('env:stage')], s1, [
      { kind: 'removeLabel', resource: s1, label: label('env:stage') },
      { kind: 'addLabel', resource: s1, label: label('env:stage') },
    ]);
    expect(worn).toEqual([{ thing: label('env:stage'), mark: 'kept' }]);
  });

  it('is not touched by what happens to another resource', () => {
    const space = { type: 'SPACE' as const, id: 's1' };
    const worn = draftedWorn([label('env:stage')], s1, [
      { kind: 'removeLabel', resource: space, label: label('env:stage') },
    ]);
    expect(worn?.[0]?.mark).toBe('kept');
  });
});

describe('the labels with the draft', () => {
  const row = (text: string) => ({
    ...label(text),
    description: '',
    sources: 0,
    spaces: null,
    memberGrants: 0,
    groupGrants: 0,
    people: null,
  });

  it('have created ones under their key and show deleted ones as going', () => {
    const keys = draftedLabels(
      [row('env:prod'), row('brand:a')],
      [
        { kind: 'createLabel', label: { ...label('env:test'), description: '' } },
        { kind: 'deleteLabel', label: label('brand:a') },
      ],
    );
    expect(
      keys.map(({ key, labels }) => [key, labels.map(({ thing, mark }) => `${thing.value} ${mark}`)]),
    ).toEqual([
      ['env', ['prod kept', 'test added']],
      ['brand', ['a removed']],
    ]);
  });
});

describe('people with the draft', () => {
  it('are counted, created, renamed and removed', () => {
    const people = draftedPeople([
      { kind: 'createGroup', groupId: 'n1', name: 'New' },
      { kind: 'addToGroup', groupId: 'n1', memberId: 'm1' },
      { kind: 'addToGroup', groupId: 'n1', memberId: 'm2' },
      { kind: 'removeFromGroup', groupId: 'n1', memberId: 'm1' },
      { kind: 'renameGroup', groupId: 'g1', name: 'Other' },
      { kind: 'deleteGroup', groupId: 'g2' },
      { kind: 'removeMember', memberId: 'm9' },
      { kind: 'invite', email: 'a@b.example', grants: [] },
      { kind: 'revokeInvite', email: 'c@d.example' },
    ]);
    expect(people.createdGroups).toEqual([{ id: 'n1', name: 'New' }]);
    expect(people.joined.get('n1')).toBe(1);
    expect(people.renamed.get('g1')).toBe('Other');
    expect([...people.deletedGroups, ...people.removedMembers, ...people.invited, ...people.revoked]).toEqual(
      ['g2', 'm9', 'a@b.example', 'c@d.example'],
    );
  });
});
