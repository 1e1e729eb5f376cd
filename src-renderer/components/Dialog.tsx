import * as Parts from '@radix-ui/react-dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './Dialog.module.css';

/**
 * The focus begins in the first field; without one on the dialog itself, so
 * that nothing is pressed by an Enter that was meant for something else.
 */
function focusFirstField(event: Event): void {
  const dialog = event.currentTarget;
  if (!(dialog instanceof HTMLElement)) return;
  event.preventDefault();
  const field = dialog.querySelector<HTMLElement>('input:not(:disabled), textarea:not(:disabled)');
  (field ?? dialog).focus();
}

/**
 * A modal dialog: for adding, choosing and confirming, never for reading. The
 * veil is our own element: Radix's overlay would put a style element into the
 * page, which the content security policy refuses.
 */
export function Dialog({
  title,
  description,
  size = 'medium',
  onClose,
  closeOnOutsideClick = false,
  actions,
  children,
}: {
  title: string;
  /** One sentence under the title; `null` when the title says all. */
  description: ReactNode | null;
  size?: 'small' | 'medium' | 'large';
  /** Esc, the cross, and outside clicks where they are allowed. */
  onClose: () => void;
  /** Leave off where something typed would be lost. */
  closeOnOutsideClick?: boolean;
  /** The buttons at the bottom right; the one that most will press comes last. */
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Parts.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Parts.Portal>
        <div className={styles.veil}>
          <Parts.Content
            className={classNames(styles.dialog, styles[size])}
            {...(description === null ? { 'aria-describedby': undefined } : {})}
            onOpenAutoFocus={focusFirstField}
            onPointerDownOutside={(event) => {
              if (!closeOnOutsideClick) event.preventDefault();
            }}
          >
            <header className={styles.head}>
              <Parts.Title className={styles.title}>{title}</Parts.Title>
              {description === null ? null : (
                <Parts.Description className={styles.description}>{description}</Parts.Description>
              )}
            </header>
            {children === undefined ? null : <div className={styles.body}>{children}</div>}
            {actions === undefined ? null : <footer className={styles.actions}>{actions}</footer>}
            <Parts.Close aria-label="Close" className={styles.close}>
              <X size={16} aria-hidden="true" />
            </Parts.Close>
          </Parts.Content>
        </div>
      </Parts.Portal>
    </Parts.Root>
  );
}
