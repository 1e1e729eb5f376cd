import type { ReactNode } from 'react';

/** What a menu offers: an action, a line between groups, or the heading of a group. */
export type MenuItem =
  | {
      kind: 'action';
      id: string;
      label: string;
      icon?: ReactNode;
      /** As `Kbd` takes them. */
      keys?: string;
      danger?: boolean;
      disabled?: boolean;
      onSelect: () => void;
    }
  | { kind: 'line'; id: string }
  | { kind: 'heading'; id: string; label: string };
