import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import styles from './search-field.module.css';

/**
 * The search of a screen. The frame finds it by `data-screen-filter` for
 * Ctrl/Cmd+F. Esc empties it first, and only then does what Esc does elsewhere;
 * the arrow down goes on to the list.
 */
export function SearchField({
  label,
  text,
  onText,
  onDown,
}: {
  label: string;
  text: string;
  onText: (text: string) => void;
  /** The admin goes on from the field into the list. */
  onDown: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      event.stopPropagation();
      onText('');
    } else if (event.key === 'ArrowDown' || (event.key === 'Enter' && text !== '')) {
      event.preventDefault();
      onDown();
    }
  };
  return (
    <div className={styles.field}>
      <Search className={styles.icon} aria-hidden />
      <input
        ref={input}
        data-screen-filter
        className={styles.input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        spellCheck={false}
        autoComplete="off"
        maxLength={200}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text === '' ? null : (
        <button
          type="button"
          className={styles.clear}
          aria-label="Clear the search"
          onClick={() => {
            onText('');
            input.current?.focus();
          }}
        >
          <X aria-hidden />
        </button>
      )}
    </div>
  );
}
