import type { DraftItem, DraftView } from '@contract/drafts';
import { Check, CircleAlert, CircleHelp, Dot, X } from 'lucide-react';
import { IconButton } from '../../components/IconButton';
import { removeItems } from '../../stores/draft';
import styles from './plan.module.css';

/** The changes of the draft in their order; each can be taken out. */
export function DraftItems({ draft: { key, items } }: { draft: DraftView }) {
  return (
    <section className={styles.section} aria-label="Changes">
      <h2 className={styles.heading}>Changes</h2>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <StateOf item={item} />
            <span className={styles.itemWords} data-state={item.state.kind}>
              {item.words}
              <Why item={item} />
            </span>
            <IconButton label={`Take out: ${item.words}`} onClick={() => void removeItems(key, [item.id])}>
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function StateOf({ item: { state, verdict } }: { item: DraftItem }) {
  if (state.kind === 'doesNotApply')
    return <CircleAlert className={styles.bad} aria-label="no longer applies" />;
  if (state.kind === 'done') return <Check className={styles.good} aria-label="done already" />;
  if (verdict.verdict === 'refused')
    return <CircleAlert className={styles.bad} aria-label="would be refused" />;
  if (verdict.verdict === 'unknown')
    return <CircleHelp className={styles.doubt} aria-label="may be refused" />;
  return <Dot className={styles.plain} aria-hidden="true" />;
}

function Why({ item: { state, verdict } }: { item: DraftItem }) {
  switch (state.kind) {
    case 'doesNotApply':
      return <span className={styles.why}>No longer applies: {state.reason}</span>;
    case 'done':
      return <span className={styles.why}>The workspace is like this already.</span>;
    case 'applies':
      if (verdict.verdict === 'accepted') return null;
      return (
        <span className={styles.why}>
          {verdict.verdict === 'refused' ? 'Segment would refuse it' : 'Segment may refuse it'}:{' '}
          {verdict.reasons.join(' ')}
        </span>
      );
  }
}
