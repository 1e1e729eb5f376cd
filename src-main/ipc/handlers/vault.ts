import type { Vault } from '../../vault/vault';
import type { Handlers } from '../wire';

/** How keys are kept. */
export function vaultHandlers(
  vault: Vault,
): Pick<Handlers, 'vault.state' | 'vault.choose' | 'vault.unlock' | 'vault.reset'> {
  return {
    'vault.state': () => vault.state(),
    'vault.choose': (choice) => vault.choose(choice),
    'vault.unlock': ({ passphrase }) => vault.unlock(passphrase),
    'vault.reset': () => vault.reset(),
  };
}
