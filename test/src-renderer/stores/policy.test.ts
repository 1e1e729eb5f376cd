import type { PolicyState } from '@contract/policy';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  keepPoliciesOf,
  receivePolicies,
  receivePolicy,
  usePolicyStore,
} from '../../../src-renderer/stores/policy';
import { workspaceKey } from '../../fixtures/workspace-view';

const key = workspaceKey(1);

function state(kind: PolicyState['kind'], changes: Partial<PolicyState> = {}): PolicyState {
  return { key, kind, fingerprint: null, reason: null, ...changes };
}

const round = () => usePolicyStore.getState().rounds[key] ?? 0;

beforeEach(() => keepPoliciesOf([]));

describe('policies', () => {
  it('are asked again when compiling has ended, well or not, and not before', () => {
    receivePolicies([state('none')]);
    expect(round()).toBe(0);
    receivePolicy(state('compiling'));
    expect(round()).toBe(0);
    receivePolicy(state('ready', { fingerprint: 'a' }));
    expect(round()).toBe(1);
    receivePolicy(state('ready', { fingerprint: 'a' }));
    expect(round()).toBe(2);
    receivePolicy(state('failed', { reason: 'Out of memory.' }));
    expect(round()).toBe(3);
  });

  it('of workspaces that are gone are forgotten', () => {
    receivePolicy(state('ready'));
    receivePolicy(state('ready', { key: workspaceKey(2) }));
    keepPoliciesOf([key]);
    expect(Object.keys(usePolicyStore.getState().states)).toEqual([key]);
    expect(Object.keys(usePolicyStore.getState().rounds)).toEqual([key]);
  });
});
