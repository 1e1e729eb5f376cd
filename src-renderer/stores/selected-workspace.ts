import type { WorkspaceView } from '@contract/workspaces';
import { useMemo } from 'react';
import { useNavigationStore, useScreen, useSelectedKey } from './navigation';
import { type Chosen, follow, type Inspected, replace, select, stepBack, useInspected } from './selection';
import { useWorkspace } from './workspaces';

/** The workspace at hand, or `null`: for the frame. Screens take {@link useSelectedWorkspace}. */
export function useWorkspaceAtHand(): WorkspaceView | null {
  return useWorkspace(useSelectedKey());
}

/**
 * The workspace that the screen shows. Only for what stands inside of a
 * workspace screen or the inspector: the frame shows those only when there is one.
 */
export function useSelectedWorkspace(): WorkspaceView {
  const workspace = useWorkspaceAtHand();
  if (workspace === null) throw new Error('a workspace screen was shown without a workspace');
  return workspace;
}

/** The selection of the screen and workspace at hand, and how to change it. */
export interface Selection {
  /** What the inspector shows; `null`: it is closed. */
  inspected: Inspected | null;
  /** Selects in the list; `null` closes the inspector. */
  select: (subject: Chosen | null) => void;
  /** Follows a reference inside of the inspector. */
  follow: (subject: Chosen) => void;
  /** Shows something else in the place of what is shown. */
  replace: (subject: Chosen) => void;
  /** Returns to what led here. */
  stepBack: () => void;
}

export function useSelection(): Selection {
  const key = useSelectedKey();
  const screen = useScreen();
  const inspected = useInspected(key, screen);
  return useMemo(
    () => ({
      inspected,
      select: (subject) => key !== null && select(key, screen, subject),
      follow: (subject) => key !== null && follow(key, screen, subject),
      replace: (subject) => key !== null && replace(key, screen, subject),
      stepBack: () => key !== null && stepBack(key, screen),
    }),
    [inspected, key, screen],
  );
}

/** Closes the inspector of the screen at hand, from outside of a component. */
export function closeInspector(): void {
  const { key, screen } = useNavigationStore.getState();
  if (key !== null) select(key, screen, null);
}
