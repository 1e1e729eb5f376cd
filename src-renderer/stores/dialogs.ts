import { create } from 'zustand';

/** The one dialog that is open. */
export type OpenDialog =
  | { kind: 'none' }
  | { kind: 'addWorkspace' }
  | { kind: 'removeWorkspace'; key: string }
  | { kind: 'replaceToken'; key: string }
  | { kind: 'attest'; key: string; subject: 'plan' | 'hipaaEligible' }
  | { kind: 'settings' }
  | { kind: 'keys' }
  | { kind: 'palette' };

const NONE: OpenDialog = { kind: 'none' };

export const useDialogStore = create<{ dialog: OpenDialog }>()(() => ({ dialog: NONE }));

export function openDialog(dialog: OpenDialog): void {
  useDialogStore.setState({ dialog });
}

export function closeDialog(): void {
  useDialogStore.setState({ dialog: NONE });
}

export function useDialog(): OpenDialog {
  return useDialogStore(({ dialog }) => dialog);
}
