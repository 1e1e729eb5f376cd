import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** What it does: read out, and shown on hover. */
  label: string;
  /** The keys that do the same, as {@link Kbd} takes them. */
  keys?: string;
  /** Set for a button that stays pressed. */
  pressed?: boolean;
  children: ReactNode;
};

/** A button that is only an icon. */
export function IconButton({ label, keys, pressed, className, children, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={classNames(styles.button, pressed === true && styles.pressed, className)}
      >
        {children}
      </button>
    </Tooltip>
  );
}
