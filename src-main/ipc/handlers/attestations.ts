import type { AttestationStore } from '../../attestations/attestation-store';
import type { Handlers } from '../wire';

/** What the admin states about things that the Public API does not show. */
export function attestationHandlers(
  attestations: AttestationStore,
): Pick<Handlers, 'attestations.list' | 'attestations.set' | 'attestations.clear'> {
  return {
    'attestations.list': ({ key }) => attestations.list(key),
    'attestations.set': ({ key, statement }) => attestations.set(key, statement),
    'attestations.clear': async ({ key, subject, spaceId }) => {
      await attestations.clear(key, subject, spaceId);
      return undefined;
    },
  };
}
