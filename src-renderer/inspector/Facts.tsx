import type { ReactNode } from 'react';
import styles from './inspector.module.css';

/** What is plainly so about the thing: a word and its value on each line. */
export function Facts({ facts }: { facts: readonly { word: string; value: ReactNode }[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {facts.map(({ word, value }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd data-copyable>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
