import type { Attestation } from '@contract/attestations';
import type { Snapshot } from '@contract/snapshot';

/**
 * Whether the workspace is HIPAA eligible: as it tells itself (the sandbox does),
 * else as the admin stated it; `null` where nobody can tell. The Public API shows
 * it nowhere.
 */
export function hipaaEligible(
  snapshot: Snapshot | null,
  attestations: readonly Attestation[],
): boolean | null {
  const read = snapshot?.beyondApi.hipaaEligible ?? null;
  if (read !== null) return read;
  for (const { statement } of attestations) {
    if (statement.subject === 'hipaaEligible') return statement.value;
  }
  return null;
}
