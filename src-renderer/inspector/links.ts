import { createContext, useContext } from 'react';
import type { Chosen } from '../stores/selection';

/** How links inside of the inspector lead on, and what they need to know of where they are. */
export interface InspectorLinks {
  workspaceKey: string;
  /** Segment's own name of the workspace in the addresses of its app. */
  slug: string;
  follow: (subject: Chosen) => void;
  /** Shows something else in the place of what is shown. */
  replace: (subject: Chosen) => void;
  /** What was left by stepping back here; `null` when one came some other way. */
  left: Chosen | null;
  /** Asks main again for what is shown: something about it was changed here. */
  refresh: () => void;
}

export const InspectorLinksContext = createContext<InspectorLinks | null>(null);

/** The links of the inspector that this stands in. */
export function useInspectorLinks(): InspectorLinks {
  const links = useContext(InspectorLinksContext);
  if (links === null) throw new Error('this stands inside of the inspector only');
  return links;
}
