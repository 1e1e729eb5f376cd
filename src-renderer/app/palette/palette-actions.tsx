import type { WorkspaceView } from '@contract/workspaces';
import {
  Download,
  FlaskConical,
  Keyboard,
  Lock,
  Moon,
  Plus,
  RefreshCw,
  RotateCcw,
  Settings2,
  ShieldCheck,
  Sun,
  SunMoon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { openDialog } from '../../stores/dialogs';
import { goToScreen } from '../../stores/navigation';
import type { ScreenName } from '../../stores/screen-names';
import { changeSettings } from '../../stores/settings';
import { lock, openSandboxOrTell, startSync } from '../actions';
import { ACROSS_SCREENS, SCREEN_ENTRIES, WORKSPACE_SCREENS } from '../screen-entries';

/** Something that the palette can do. */
export interface PaletteAction {
  id: string;
  title: string;
  /** Other words by which it is found. */
  also: string;
  icon: ReactNode;
  keys?: string;
  run: () => void;
}

/** All that can be done now. `workspace` is the one at hand. */
export function paletteActions(workspace: WorkspaceView | null): PaletteAction[] {
  return [
    ...(workspace === null ? [] : WORKSPACE_SCREENS.map(goTo)),
    ...(workspace === null ? ['overview' as const] : ACROSS_SCREENS).map(goTo),
    ...(workspace === null ? [] : syncActions(workspace)),
    {
      id: 'add',
      title: 'Add a workspace',
      also: 'connect new token',
      icon: <Plus />,
      run: () => openDialog({ kind: 'addWorkspace' }),
    },
    {
      id: 'sandbox',
      title: 'Open the sandbox',
      also: 'demo try example start',
      icon: <FlaskConical />,
      run: () => void openSandboxOrTell(),
    },
    theme('light', 'Light theme', <Sun />),
    theme('dark', 'Dark theme', <Moon />),
    theme('system', 'Theme of the system', <SunMoon />),
    {
      id: 'export',
      title: 'Export…',
      also: 'report csv excel xlsx pdf json evidence pack audit download save',
      icon: <Download />,
      keys: 'mod+E',
      run: () => openDialog({ kind: 'export' }),
    },
    {
      id: 'verify',
      title: 'Verify an evidence pack…',
      also: 'signature check audit intact altered',
      icon: <ShieldCheck />,
      run: () => openDialog({ kind: 'verify' }),
    },
    {
      id: 'lock',
      title: 'Lock',
      also: 'session end leave sign out',
      icon: <Lock />,
      keys: 'mod+L',
      run: () => void lock(),
    },
    {
      id: 'settings',
      title: 'Settings',
      also: 'preferences density rows keyring passphrase about version',
      icon: <Settings2 />,
      run: () => openDialog({ kind: 'settings' }),
    },
    {
      id: 'keys',
      title: 'All keys',
      also: 'keyboard shortcuts help',
      icon: <Keyboard />,
      keys: '?',
      run: () => openDialog({ kind: 'keys' }),
    },
  ];
}

function goTo(screen: ScreenName): PaletteAction {
  const { word, icon, letter } = SCREEN_ENTRIES[screen];
  return {
    id: `screen ${screen}`,
    title: word,
    also: 'go to show screen',
    icon,
    keys: `G ${letter}`,
    run: () => goToScreen(screen),
  };
}

function syncActions({ key, name }: WorkspaceView): PaletteAction[] {
  return [
    {
      id: 'sync',
      title: `Sync ${name} now`,
      also: 'refresh read update',
      icon: <RefreshCw />,
      run: () => void startSync(key, false),
    },
    {
      id: 'full',
      title: `Read everything of ${name} anew`,
      also: 'sync full refresh',
      icon: <RotateCcw />,
      run: () => void startSync(key, true),
    },
  ];
}

function theme(value: 'light' | 'dark' | 'system', title: string, icon: ReactNode): PaletteAction {
  return {
    id: `theme ${value}`,
    title,
    also: 'appearance colours mode',
    icon,
    run: () => void changeSettings({ theme: value }),
  };
}
