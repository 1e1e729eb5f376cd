import type { PolicyState } from '@contract/policy';
import { create } from 'zustand';

/** Where the policies stand, by workspace key. */
interface Policies {
  states: Record<string, PolicyState>;
  /** How often the policy of a workspace has come to an end of compiling: its answers are new then. */
  rounds: Record<string, number>;
}

export const usePolicyStore = create<Policies>()(() => ({ states: {}, rounds: {} }));

/** Takes over how all policies stand. */
export function receivePolicies(list: readonly PolicyState[]): void {
  usePolicyStore.setState({ states: Object.fromEntries(list.map((state) => [state.key, state])) });
}

/** Takes over news of one policy. While it is being compiled what was answered before stays. */
export function receivePolicy(state: PolicyState): void {
  const ended = state.kind === 'ready' || state.kind === 'failed';
  usePolicyStore.setState(({ states, rounds }) => ({
    states: { ...states, [state.key]: state },
    rounds: ended ? { ...rounds, [state.key]: (rounds[state.key] ?? 0) + 1 } : rounds,
  }));
}

/** Drops the policies of all workspaces but these. */
export function keepPoliciesOf(keys: readonly string[]): void {
  const kept = new Set(keys);
  const only = <Value>(all: Record<string, Value>) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => kept.has(key)));
  usePolicyStore.setState(({ states, rounds }) => ({ states: only(states), rounds: only(rounds) }));
}

/** A number that changes when questions to the policy of this workspace are to be asked again. */
export function usePolicyRound(key: string | null): number {
  return usePolicyStore(({ rounds }) => (key === null ? 0 : (rounds[key] ?? 0)));
}

/** Why the policy of this workspace gives no answers; `null` while it does, or is about to. */
export function usePolicyTrouble(key: string): string | null {
  return usePolicyStore(({ states }) => {
    const state = states[key];
    if (state === undefined || state.kind !== 'failed') return null;
    return state.reason ?? 'The access could not be worked out.';
  });
}
