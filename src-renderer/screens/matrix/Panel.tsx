import { Popover } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import styles from './panel.module.css';

/** A small pane that opens from a button. `children` is that button; Esc and a click outside close it. */
export function Panel({
  label,
  align = 'start',
  content,
  children,
}: {
  label: string;
  align?: 'start' | 'end';
  content: ReactNode;
  children: ReactElement;
}) {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          className={styles.panel}
          align={align}
          sideOffset={4}
          collisionPadding={8}
        >
          {content}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** A part of a pane with its heading. */
export function PanelPart({
  title,
  meaning,
  children,
}: {
  title: string;
  meaning?: string;
  children: ReactNode;
}) {
  return (
    <fieldset className={styles.part}>
      <legend className={styles.partTitle}>{title}</legend>
      {meaning === undefined ? null : <p className={styles.meaning}>{meaning}</p>}
      {children}
    </fieldset>
  );
}
