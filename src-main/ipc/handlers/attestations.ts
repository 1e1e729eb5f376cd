import type { Snapshot } from '@contract/snapshot';
import type { AttestationStore } from '../../attestations/attestation-store';
import { Failed } from '../../storage/failed';
import type { Handlers } from '../wire';

/**
 * What the admin states about things that the Public API does not show. Labels can
 * be stated of spaces that were read. `onChange` hears of every change.
 */
export function attestationHandlers(
  attestations: AttestationStore,
  snapshotOf: (key: string) => Snapshot | null,
  onChange: () => void = () => undefined,
): Pick<Handlers, 'attestations.list' | 'attestations.set' | 'attestations.clear'> {
  return {
    'attestations.list': ({ key }) => attestations.list(key),
    'attestations.set': async ({ key, statement }) => {
      if (statement.subject === 'spaceLabels') {
        const known = snapshotOf(key)?.resources.some(
          ({ type, id }) => type === 'SPACE' && id === statement.spaceId,
        );
        if (known !== true) throw new Failed('notFound', 'This space is not in the workspace any more.');
      }
      const list = await attestations.set(key, statement);
      onChange();
      return list;
    },
    'attestations.clear': async ({ key, subject, spaceId }) => {
      await attestations.clear(key, subject, spaceId);
      onChange();
      return undefined;
    },
  };
}
