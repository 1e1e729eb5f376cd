import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { classNames } from './class-names';
import { Spinner } from './Spinner';

export type ButtonProps = ComponentProps<'button'> & {
  /** `primary` once in a view: what most will do next. `danger`: takes something away. `quiet`: without outline. */
  variant?: 'default' | 'primary' | 'danger' | 'quiet';
  icon?: ReactNode;
  /** Shows that it is being done; the button keeps its width and cannot be pressed again. */
  busy?: boolean;
};

/** A button with words. */
export function Button({
  variant = 'default',
  icon,
  busy = false,
  disabled,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      className={classNames(styles.button, styles[variant], className)}
    >
      {busy ? <Spinner size={14} /> : icon}
      <span className={styles.words}>{children}</span>
    </button>
  );
}
