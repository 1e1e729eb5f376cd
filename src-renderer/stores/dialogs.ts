import type { Holder } from '@contract/changes';
import { create } from 'zustand';

/** What a dialog for a change asks for. `name` is what the holder is called on screen. */
export type ChangeForm =
  | { kind: 'grants'; holder: Holder; name: string }
  | { kind: 'groupMembers'; groupId: string; name: string }
  | { kind: 'memberGroups'; memberId: string; name: string }
  | { kind: 'createGroup' }
  | { kind: 'renameGroup'; groupId: string; name: string }
  | { kind: 'createLabel' }
  | { kind: 'invite' };

/** The one dialog that is open. */
export type OpenDialog =
  | { kind: 'none' }
  | { kind: 'addWorkspace' }
  | { kind: 'removeWorkspace'; key: string }
  | { kind: 'replaceToken'; key: string }
  | { kind: 'attest'; key: string; subject: 'plan' | 'hipaaEligible' }
  | { kind: 'change'; key: string; form: ChangeForm }
  | { kind: 'export' }
  | { kind: 'verify' }
  | { kind: 'settings' }
  | { kind: 'lock' }
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
