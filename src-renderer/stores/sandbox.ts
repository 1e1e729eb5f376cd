import type { SandboxState } from '@contract/channels';
import { create } from 'zustand';

/** The embedded sandbox server. */
export const useSandboxStore = create<{ sandbox: SandboxState }>()(() => ({
  sandbox: { kind: 'stopped', url: null },
}));

export function receiveSandbox(sandbox: SandboxState): void {
  useSandboxStore.setState({ sandbox });
}

export function useSandbox(): SandboxState {
  return useSandboxStore(({ sandbox }) => sandbox);
}
