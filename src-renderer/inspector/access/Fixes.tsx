import type { ExplanationView, VerdictView } from '@contract/policy';
import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Section } from '../Section';
import { ShowMore } from '../ShowMore';
import styles from './pair.module.css';

/** More than this are offered, not shown. */
const FIRST = 5;

/** For a "no": the smallest changes that would open it, with whether Segment would accept each. */
export function Fixes({ fixes }: { fixes: ExplanationView['fixes'] }) {
  if (fixes.length === 0) return null;
  const items = fixes.map((fix, place) => ({ ...fix, name: String(place) }));
  return (
    <Section title="What would open it" count={fixes.length} meaning="Each of these alone would be enough.">
      <ShowMore listClass={styles.reasons} items={items} first={FIRST} keyOf={({ name }) => name}>
        {({ words, verdict }) => (
          <li className={styles.reason}>
            <p>{words}</p>
            <p className={styles.note} data-verdict={verdict.verdict}>
              {ICONS[verdict.verdict]}
              <span>{[WORDS[verdict.verdict], ...verdict.reasons].join(' ')}</span>
            </p>
          </li>
        )}
      </ShowMore>
    </Section>
  );
}

const WORDS: Record<VerdictView['verdict'], string> = {
  accepted: 'Segment would accept it.',
  refused: 'Segment would refuse it.',
  unknown: 'Whether Segment would accept it is unknown.',
};

const ICONS: Record<VerdictView['verdict'], ReactNode> = {
  accepted: <CircleCheck aria-hidden />,
  refused: <CircleX aria-hidden />,
  unknown: <CircleHelp aria-hidden />,
};
