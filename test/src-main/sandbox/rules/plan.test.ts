import { describe, expect, it } from 'vitest';
import { planGrants, planHasLabelGrants, requireRoomForLabel } from '../../../../src-main/sandbox/rules/plan';
import { ROLE_DEFINITIONS } from '../../../../src-main/sandbox/state/role';
import { type Plan, WorkspaceState } from '../../../../src-main/sandbox/state/workspace-state';

function workspaceOn(plan: Plan): WorkspaceState {
  return new WorkspaceState({ slug: 'w', name: 'W', plan, hipaaEligible: false, features: [] });
}

describe('plans', () => {
  it.each(['free', 'team'] as const)(
    '%s grants Workspace Owner and Source Admin only, never by label',
    (plan) => {
      const granted = ROLE_DEFINITIONS.filter(({ kind }) => planGrants(plan, kind)).map(({ name }) => name);
      expect(granted).toEqual(['Workspace Owner', 'Source Admin']);
      expect(planHasLabelGrants(plan)).toBe(false);
    },
  );

  it('business grants every role, also by label', () => {
    expect(ROLE_DEFINITIONS.every(({ kind }) => planGrants('business', kind))).toBe(true);
    expect(planGrants('business', 'custom')).toBe(true);
    expect(planHasLabelGrants('business')).toBe(true);
  });

  it.each(['free', 'team'] as const)('%s has room for five custom labels', (plan) => {
    expect(() => requireRoomForLabel(workspaceOn(plan), 4)).not.toThrow();
    expect(() => requireRoomForLabel(workspaceOn(plan), 5)).toThrow('at most 5 labels');
    expect(() => requireRoomForLabel(workspaceOn('business'), 5000)).not.toThrow();
  });
});
