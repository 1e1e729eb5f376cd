import {
  type AttestationStore,
  createAttestationStore,
} from '../../../src-main/attestations/attestation-store';
import type { NewWorkspace } from '../../../src-main/workspaces/connected-workspace';
import { createWorkspaceRegistry, type WorkspaceRegistry } from '../../../src-main/workspaces/registry';
import type { Machine, Run } from '../vault/machine';

/** A run of the app with the stores that hang on the vault. */
export interface WorkspacesRun extends Run {
  readonly registry: WorkspaceRegistry;
  readonly attestations: AttestationStore;
}

/** Starts the app on a machine. */
export async function runWithWorkspaces(machine: Machine): Promise<WorkspacesRun> {
  await machine.endLastRun();
  const run = machine.boot();
  const registry = createWorkspaceRegistry(run.vault);
  const attestations = createAttestationStore(run.vault, registry, () => machine.clock.wall);
  await run.vault.start();
  return { ...run, registry, attestations };
}

/** A workspace that can be told from others by its number. */
export function newWorkspace(number: number, parts: Partial<NewWorkspace> = {}): NewWorkspace {
  return {
    id: `workspace-id-${number}`,
    slug: `sunrise-bakery-${number}`,
    name: `Sunrise Bakery ${number}`,
    email: `anna.berg.${number}@bakery.example`,
    endpoint: { kind: 'eu' },
    extensions: null,
    token: `sgp_secret_token_of_workspace_${number}`,
    ...parts,
  };
}
