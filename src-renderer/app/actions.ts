import type { WorkspaceView } from '@contract/workspaces';
import { call, failureOf } from '../api/bridge';
import { closeDialog, openDialog } from '../stores/dialogs';
import { goToWorkspace } from '../stores/navigation';
import { notify } from '../stores/notices';
import { forgetRememberedWorkspace } from '../stores/remembered-workspace';
import { receiveSandbox } from '../stores/sandbox';
import { useVaultStore } from '../stores/vault';
import { currentWorkspaces, receiveWorkspace, receiveWorkspaces } from '../stores/workspaces';
import { cacheKeeper } from './cache-keeper';
import { takeVault, takeWorkspaces } from './connect';

/** Does something and tells the admin when main refuses; answers whether it was done. */
async function orTell(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (thrown) {
    notify('error', failureOf(thrown).message);
    return false;
  }
}

/** Locks at once, unless that would forget everything: then the admin is asked first. */
export async function lock(): Promise<void> {
  const { vault } = useVaultStore.getState();
  if (vault?.kind === 'open' && vault.protection === 'memory') openDialog({ kind: 'lock' });
  else await lockNow();
}

/** Locks at once, whatever is lost by it. */
export async function lockNow(): Promise<void> {
  closeDialog();
  await orTell(async () => takeVault(await call('session.lock')));
}

/** Starts to read a workspace anew: what changed, or with `full` everything. */
export function startSync(key: string, full: boolean): Promise<boolean> {
  return orTell(async () => {
    await call('sync.start', { key, full });
  });
}

export function cancelSync(key: string): Promise<boolean> {
  return orTell(async () => {
    await call('sync.cancel', { key });
  });
}

/** Puts the workspaces in this order: at once in the rail, then in main. */
export function reorderWorkspaces(keys: string[]): Promise<boolean> {
  const before = currentWorkspaces();
  const ordered = keys.flatMap((key) => before.filter((each) => each.key === key));
  receiveWorkspaces(ordered);
  return orTell(async () => {
    try {
      await call('workspaces.reorder', { keys });
    } catch (thrown) {
      receiveWorkspaces(before);
      throw thrown;
    }
  });
}

/** Forgets a workspace on this machine, with its copies. Nothing changes at Segment. */
export function removeWorkspace(key: string): Promise<boolean> {
  return orTell(async () => {
    await call('workspaces.remove', { key });
    takeWorkspaces(currentWorkspaces().filter((each) => each.key !== key));
    await cacheKeeper.drop([key]);
  });
}

/** Starts the sandbox, connects its workspaces and shows the first. Rejects as `call` does. */
export async function openSandbox(): Promise<void> {
  const views = await call('sandbox.open');
  for (const view of views) receiveWorkspace(view);
  const first = views[0];
  if (first !== undefined) goToWorkspace(first.key, 'members');
}

/** As {@link openSandbox}, for where there is no place for an error. */
export function openSandboxOrTell(): Promise<boolean> {
  return orTell(openSandbox);
}

/** Starts the sandbox again without leaving where the admin is. */
export function startSandbox(): Promise<boolean> {
  return orTell(async () => {
    for (const view of await call('sandbox.open')) receiveWorkspace(view);
  });
}

export function stopSandbox(): Promise<boolean> {
  return orTell(async () => receiveSandbox(await call('sandbox.stop')));
}

/** Shows a workspace that was just connected. */
export function showConnected(view: WorkspaceView): void {
  receiveWorkspace(view);
  goToWorkspace(view.key, 'members');
}

/** Forgets everything that is kept on this machine. Rejects as `call` does. */
export async function forgetEverything(): Promise<void> {
  const vault = await call('vault.reset', { confirm: 'forget everything' });
  forgetRememberedWorkspace();
  await cacheKeeper.clear();
  takeVault(vault);
}
