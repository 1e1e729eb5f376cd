import type { Attestation } from '@contract/attestations';
import type { Findings } from '../findings/find';
import type { WorkspaceFacts } from '../lists/relations/facts';
import type { Policy } from '../policy/policy';

/** What reports are made from: a compiled policy with its look-ups. Nothing here asks the network. */
export interface ReportSource {
  readonly policy: Policy;
  readonly facts: WorkspaceFacts;
  readonly findings: () => Findings;
  readonly attestations: readonly Attestation[];
}
