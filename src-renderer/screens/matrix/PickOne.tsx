import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useSettled } from '../../components/list/use-settled';
import styles from './panel.module.css';

/** Something to pick. */
export interface Pick {
  id: string;
  name: string;
}

/** Finds one of many by typing: the first few that match, to be chosen with the pointer or the arrow keys. */
export function PickOne({
  label,
  find,
  onPick,
}: {
  label: string;
  /** The first that match a text. Must be stable. */
  find: (text: string) => Promise<Pick[]>;
  onPick: (pick: Pick) => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Pick[] | null>(null);
  const [active, setActive] = useState(0);
  const settled = useSettled(text);
  useEffect(() => {
    let wanted = true;
    find(settled.trim()).then(
      (picks) => {
        if (!wanted) return;
        setFound(picks);
        setActive(0);
      },
      () => {
        if (wanted) setFound(null);
      },
    );
    return () => {
      wanted = false;
    };
  }, [find, settled]);
  const picks = found ?? [];
  const chosen = picks[active];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setActive((before) => Math.max(0, Math.min(picks.length - 1, before + by)));
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      onPick(chosen);
    }
  };
  return (
    <div className={styles.pick}>
      <input
        className={styles.pickInput}
        role="combobox"
        aria-expanded={picks.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-label={label}
        {...(chosen === undefined ? {} : { 'aria-activedescendant': `${id}-${active}` })}
        placeholder={label}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={`${id}-list`} aria-label={label} className={styles.pickList}>
        {picks.map((pick, place) => (
          <button
            key={pick.id}
            type="button"
            role="option"
            id={`${id}-${place}`}
            tabIndex={-1}
            aria-selected={place === active}
            className={styles.option}
            onClick={() => onPick(pick)}
          >
            {pick.name}
          </button>
        ))}
      </div>
      {found?.length === 0 ? <p className={styles.meaning}>None matches.</p> : null}
      {found === null ? <p className={styles.meaning}>Not known yet.</p> : null}
    </div>
  );
}
