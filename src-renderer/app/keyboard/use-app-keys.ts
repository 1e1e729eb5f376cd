import { useEffect } from 'react';
import { closeDialog, openDialog, useDialogStore } from '../../stores/dialogs';
import { redoDraft, undoDraft } from '../../stores/draft';
import { goToScreen, goToWorkspace, useNavigationStore } from '../../stores/navigation';
import { isAcross } from '../../stores/screen-names';
import { closeInspector } from '../../stores/selected-workspace';
import { currentWorkspaces } from '../../stores/workspaces';
import { lock } from '../actions';
import { focusScreenFilter } from '../screen-filter';
import { type AppKey, appKey, LEAD_MS } from './app-key';

/** Listens to the keys of the app. What a field, a menu or a dialog has used already is left alone. */
export function useAppKeys(): void {
  useEffect(() => {
    let ledAt = Number.NEGATIVE_INFINITY;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const led = event.timeStamp - ledAt < LEAD_MS;
      const asked = appKey(event, { typing: isTyping(event.target), led });
      ledAt = asked?.kind === 'lead' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (asked === null || !isFree(asked)) return;
      if (asked.kind !== 'closeInspector') event.preventDefault();
      obey(asked);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}

/** While a dialog or a menu is open the keys are its own, but for the one that opened the palette. */
function isFree(asked: AppKey): boolean {
  // Whoever must leave the desk now cannot be asked to close a dialog first.
  if (asked.kind === 'lock') return true;
  const { dialog } = useDialogStore.getState();
  if (dialog.kind === 'palette') return asked.kind === 'palette';
  return dialog.kind === 'none' && document.querySelector('[role="dialog"], [role="menu"]') === null;
}

function obey(asked: AppKey): void {
  switch (asked.kind) {
    case 'palette':
      if (useDialogStore.getState().dialog.kind === 'palette') closeDialog();
      else openDialog({ kind: 'palette' });
      break;
    case 'filter':
      focusScreenFilter();
      break;
    case 'export':
      if (currentWorkspaces().length > 0) openDialog({ kind: 'export' });
      break;
    case 'lock':
      void lock();
      break;
    case 'keys':
      openDialog({ kind: 'keys' });
      break;
    case 'closeInspector':
      closeInspector();
      break;
    case 'undo':
    case 'redo': {
      const { key, screen } = useNavigationStore.getState();
      if (key !== null && !isAcross(screen)) void (asked.kind === 'undo' ? undoDraft(key) : redoDraft(key));
      break;
    }
    case 'workspace': {
      const workspace = currentWorkspaces()[asked.index];
      if (workspace !== undefined) goToWorkspace(workspace.key);
      break;
    }
    case 'lead':
      break;
    case 'screen':
      if (asked.screen === 'overview' || useNavigationStore.getState().key !== null) goToScreen(asked.screen);
      break;
  }
}
