import { Tooltip as Parts } from 'radix-ui';
import type { ReactElement } from 'react';
import { Kbd } from './Kbd';
import styles from './Tooltip.module.css';

/** Words that appear on hover and focus of `children`, which is one element that takes a ref. */
export function Tooltip({
  text,
  keys,
  side = 'bottom',
  children,
}: {
  text: string;
  keys?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactElement;
}) {
  return (
    <Parts.Provider delayDuration={350} disableHoverableContent>
      <Parts.Root>
        <Parts.Trigger asChild>{children}</Parts.Trigger>
        <Parts.Portal>
          <Parts.Content side={side} sideOffset={6} collisionPadding={8} className={styles.content}>
            {text}
            {keys === undefined ? null : <Kbd keys={keys} />}
          </Parts.Content>
        </Parts.Portal>
      </Parts.Root>
    </Parts.Provider>
  );
}
