import { type ReactNode, useEffect, useState } from 'react';
import { failureOf } from '../../../api/bridge';
import { TextField } from '../../../components/TextField';
import forms from './changes.module.css';

/** Something that a search found. */
export interface Found {
  id: string;
  name: string;
  detail: string;
}

/** How long typing rests before it is searched for, in ms. */
const REST = 80;

/** A search whose hits can be picked one by one. `find` answers the best hits for a text; keep it stable. */
export function SearchPick({
  label,
  find,
  action,
}: {
  label: string;
  find: (text: string) => Promise<Found[]>;
  /** What stands at the end of a hit. */
  action: (hit: Found) => ReactNode;
}) {
  const [text, setText] = useState('');
  const [hits, setHits] = useState<Found[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      find(text).then(
        (found) => {
          if (!wanted) return;
          setHits(found);
          setProblem(null);
        },
        (thrown: unknown) => {
          if (wanted) setProblem(failureOf(thrown).message);
        },
      );
    }, REST);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [find, text]);
  return (
    <div className={forms.pick}>
      <TextField
        label={label}
        value={text}
        error={problem}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className={forms.hits} aria-label={`${label}: found`}>
        {hits.length === 0 ? <li className={forms.none}>Nothing found.</li> : null}
        {hits.map((hit) => (
          <li key={hit.id} className={forms.hit}>
            <span className={forms.hitName}>
              {hit.name} <span className={forms.hitDetail}>{hit.detail}</span>
            </span>
            {action(hit)}
          </li>
        ))}
      </ul>
    </div>
  );
}
