import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './board.module.css';

/** The top of a column: what it holds, how many, and its search. */
export function ColumnHead({
  title,
  count,
  text,
  onText,
  main = false,
  children,
}: {
  title: string;
  /** `null` while it is not known. */
  count: string | null;
  text: string;
  onText: (text: string) => void;
  /** The search that Ctrl/Cmd+F goes to. */
  main?: boolean;
  children?: ReactNode;
}) {
  return (
    <header className={styles.columnHead}>
      <h2 className={styles.columnTitle}>
        {title}
        {count === null ? null : <span className={styles.columnCount}>{count}</span>}
      </h2>
      {children}
      <label className={styles.search}>
        <Search aria-hidden />
        <input
          {...(main ? { 'data-screen-filter': true } : {})}
          type="text"
          inputMode="search"
          spellCheck={false}
          autoComplete="off"
          maxLength={200}
          aria-label={`Search ${title.toLowerCase()}`}
          placeholder="Search"
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || text === '') return;
            event.preventDefault();
            event.stopPropagation();
            onText('');
          }}
        />
      </label>
    </header>
  );
}
