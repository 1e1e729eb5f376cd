import { CircleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names';
import styles from './TextField.module.css';

export type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'children'> & {
  label: string;
  /** What belongs here, under the field. */
  hint?: ReactNode;
  /** What is wrong and what to do; takes the place of the hint. */
  error?: string | null;
};

/** One line of text with its label, hint and error. */
export function TextField({ label, hint, error = null, className, ...input }: TextFieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = error !== null || hint !== undefined;
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        className={classNames(styles.input, error !== null && styles.wrong)}
        aria-invalid={error !== null || undefined}
        aria-describedby={hasNote ? noteId : undefined}
      />
      {hasNote ? (
        <p id={noteId} className={error === null ? styles.hint : styles.error}>
          {error === null ? (
            hint
          ) : (
            <>
              <CircleAlert size={14} aria-hidden="true" />
              <span>{error}</span>
            </>
          )}
        </p>
      ) : null}
    </div>
  );
}
