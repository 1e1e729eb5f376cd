import type { Attestation, Attested } from '@contract/attestations';
import { create } from 'zustand';
import { call } from '../api/bridge';

/** What the admin has stated about each workspace, by workspace key. */
export const useAttestationsStore = create<{ stated: Record<string, Attestation[]> }>()(() => ({
  stated: {},
}));

const NONE: Attestation[] = [];

/** Asks main for the statements about a workspace. Rejects as `call` does. */
export async function loadAttestations(key: string): Promise<void> {
  const list = await call('attestations.list', { key });
  useAttestationsStore.setState(({ stated }) => ({ stated: { ...stated, [key]: list } }));
}

/** Makes a statement, in the place of an older one about the same. Rejects as `call` does. */
export async function attest(key: string, statement: Attested): Promise<void> {
  await call('attestations.set', { key, statement });
  await loadAttestations(key);
}

/** Takes a statement about the workspace itself back. Rejects as `call` does. */
export async function takeBack(key: string, subject: 'plan' | 'hipaaEligible' | 'tokens'): Promise<void> {
  await call('attestations.clear', { key, subject, spaceId: null });
  await loadAttestations(key);
}

/** Destroys the statements of all workspaces but these. */
export function keepAttestationsOf(keys: readonly string[]): void {
  const kept = new Set(keys);
  useAttestationsStore.setState(({ stated }) => ({
    stated: Object.fromEntries(Object.entries(stated).filter(([key]) => kept.has(key))),
  }));
}

export function useAttestations(key: string): Attestation[] {
  return useAttestationsStore(({ stated }) => stated[key] ?? NONE);
}
