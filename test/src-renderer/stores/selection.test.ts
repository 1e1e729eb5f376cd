import type { Subject } from '@contract/inspect';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  follow,
  keepSelectionsOf,
  select,
  stepBack,
  useSelectionStore,
} from '../../../src-renderer/stores/selection';
import { workspaceKey } from '../../fixtures/workspace-view';

const key = workspaceKey(1);
const ada: Subject = { kind: 'member', id: 'ada' };
const group: Subject = { kind: 'group', id: 'analysts' };
const inspected = () => Object.values(useSelectionStore.getState().inspected);

beforeEach(() => keepSelectionsOf([]));

describe('the selection', () => {
  it('is kept for each screen of each workspace', () => {
    select(key, 'members', ada);
    select(key, 'groups', group);
    select(workspaceKey(2), 'members', { kind: 'member', id: 'bob' });
    expect(inspected()).toHaveLength(3);
    select(key, 'members', null);
    expect(inspected().map(({ subject }) => subject)).toEqual([group, { kind: 'member', id: 'bob' }]);
  });

  it('follows references and finds the way back', () => {
    select(key, 'members', ada);
    follow(key, 'members', group);
    expect(inspected()).toEqual([{ subject: group, trail: [ada], left: null }]);
    stepBack(key, 'members');
    expect(inspected()).toEqual([{ subject: ada, trail: [], left: group }]);
    stepBack(key, 'members');
    expect(inspected()).toEqual([{ subject: ada, trail: [], left: group }]);
  });

  it('begins a new trail when something else is selected in the list', () => {
    select(key, 'members', ada);
    follow(key, 'members', group);
    select(key, 'members', { kind: 'member', id: 'bob' });
    expect(inspected()).toEqual([{ subject: { kind: 'member', id: 'bob' }, trail: [], left: null }]);
  });

  it('is destroyed with its workspace', () => {
    select(key, 'members', ada);
    select(workspaceKey(2), 'members', ada);
    keepSelectionsOf([workspaceKey(2)]);
    expect(Object.keys(useSelectionStore.getState().inspected)).toEqual([`${workspaceKey(2)} members`]);
  });
});
