import type { SealedSnapshot } from '@contract/cache';
import { workspaceKey } from '../../fixtures/workspace-view';

/** A sealed snapshot of workspace `n`, completed at `completedAt`; its id and bytes follow from both. */
export function sealed(n: number, completedAt: number, chunks = 2): SealedSnapshot {
  return {
    key: workspaceKey(n),
    id: sealedId(n, completedAt),
    completedAt,
    chunks: Array.from({ length: chunks }, (_, index) => Uint8Array.of(n, completedAt, index)),
  };
}

export function sealedId(n: number, completedAt: number): string {
  return `${n}${completedAt}`.padStart(32, '0');
}
