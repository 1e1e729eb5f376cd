import type { WorkspaceView } from '@contract/workspaces';
import { ArrowDown, ArrowUp, KeyRound, RefreshCw, RotateCcw, Trash2, X } from 'lucide-react';
import type { MenuItem } from '../components/menu-items';
import { openDialog } from '../stores/dialogs';
import { movedBy } from '../stores/workspace-order';
import { currentWorkspaces } from '../stores/workspaces';
import { cancelSync, reorderWorkspaces, startSync } from './actions';

/** What can be done with a workspace, for its menus. */
export function workspaceMenu({ key, sync }: WorkspaceView): MenuItem[] {
  const order = currentWorkspaces().map((each) => each.key);
  const at = order.indexOf(key);
  const running = sync.kind === 'running';
  const move = (steps: number) => void reorderWorkspaces(movedBy(order, key, steps));
  return [
    running
      ? {
          kind: 'action',
          id: 'cancel',
          label: 'Cancel the sync',
          icon: <X />,
          onSelect: () => void cancelSync(key),
        }
      : {
          kind: 'action',
          id: 'sync',
          label: 'Sync now',
          icon: <RefreshCw />,
          onSelect: () => void startSync(key, false),
        },
    {
      kind: 'action',
      id: 'full',
      label: 'Read everything anew',
      icon: <RotateCcw />,
      disabled: running,
      onSelect: () => void startSync(key, true),
    },
    { kind: 'line', id: 'line-1' },
    {
      kind: 'action',
      id: 'up',
      label: 'Move up',
      icon: <ArrowUp />,
      keys: 'alt+up',
      disabled: at <= 0,
      onSelect: () => move(-1),
    },
    {
      kind: 'action',
      id: 'down',
      label: 'Move down',
      icon: <ArrowDown />,
      keys: 'alt+down',
      disabled: at < 0 || at === order.length - 1,
      onSelect: () => move(1),
    },
    { kind: 'line', id: 'line-2' },
    {
      kind: 'action',
      id: 'token',
      label: 'Replace the token…',
      icon: <KeyRound />,
      onSelect: () => openDialog({ kind: 'replaceToken', key }),
    },
    {
      kind: 'action',
      id: 'remove',
      label: 'Remove from Gatehouse…',
      icon: <Trash2 />,
      danger: true,
      onSelect: () => openDialog({ kind: 'removeWorkspace', key }),
    },
  ];
}
