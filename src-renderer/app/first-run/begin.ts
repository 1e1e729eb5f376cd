import type { VaultChoice } from '@contract/vault';
import { call, failureOf } from '../../api/bridge';
import { setBeginning } from '../../stores/beginning';
import { openDialog } from '../../stores/dialogs';
import { openSandbox } from '../actions';
import { takeVault } from '../connect';

/**
 * Takes the first step: applies where data is kept (`null`: decided before),
 * then opens the sandbox or the dialog for a workspace of the admin's own.
 */
export async function begin(way: 'sandbox' | 'workspace', choice: VaultChoice | null): Promise<void> {
  setBeginning({ kind: 'busy', way });
  try {
    if (choice !== null) takeVault(await call('vault.choose', choice));
    if (way === 'sandbox') await openSandbox();
    else openDialog({ kind: 'addWorkspace' });
    setBeginning({ kind: 'idle' });
  } catch (thrown) {
    setBeginning({ kind: 'failed', failure: failureOf(thrown) });
  }
}
