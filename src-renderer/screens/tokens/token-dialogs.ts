import type { TokenRow } from '@contract/lists';
import { create } from 'zustand';

/** The dialog about tokens that is open. It holds no secret. */
export type TokenDialog =
  | { kind: 'none' }
  | { kind: 'create'; workspaceKey: string }
  | { kind: 'revoke'; workspaceKey: string; token: TokenRow };

const NONE: TokenDialog = { kind: 'none' };

const useTokenDialogStore = create<{ dialog: TokenDialog }>()(() => ({ dialog: NONE }));

export function openTokenDialog(dialog: TokenDialog): void {
  useTokenDialogStore.setState({ dialog });
}

export function closeTokenDialog(): void {
  useTokenDialogStore.setState({ dialog: NONE });
}

export function useTokenDialog(): TokenDialog {
  return useTokenDialogStore(({ dialog }) => dialog);
}
