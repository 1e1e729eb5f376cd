import type { Vault } from '../../vault/vault';
import type { Handlers } from '../wire';

/** How keys are kept. Asking for the state is the window's first word: `onFirstWord` hears it. */
export function vaultHandlers(
  vault: Vault,
  onFirstWord: () => void,
): Pick<Handlers, 'vault.state' | 'vault.choose' | 'vault.unlock' | 'vault.reset'> {
  return {
    'vault.state': () => {
      onFirstWord();
      return vault.state();
    },
    'vault.choose': (choice) => vault.choose(choice),
    'vault.unlock': ({ passphrase }) => vault.unlock(passphrase),
    'vault.reset': () => vault.reset(),
  };
}
