import type { Sessions } from '../../session/sessions';
import type { Vault } from '../../vault/vault';
import type { Handlers } from '../wire';

/** Sessions, and the lock that the admin asks for. */
export function sessionHandlers(
  sessions: Sessions,
  vault: Vault,
): Pick<Handlers, 'session.list' | 'session.touch' | 'session.lock'> {
  return {
    'session.list': () => sessions.list(),
    'session.touch': () => {
      sessions.touch();
    },
    'session.lock': () => {
      vault.lock();
      return vault.state();
    },
  };
}
