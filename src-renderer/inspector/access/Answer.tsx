import type { ExplanationView, PolicyEffect } from '@contract/policy';
import { BookOpenText } from 'lucide-react';
import { actionWords } from './action-words';
import { EffectMark } from './EffectMark';
import styles from './pair.module.css';

/** The answer about the chosen action as a sentence, and what the documentation leaves open about it. */
export function Answer({ explanation }: { explanation: ExplanationView }) {
  const { effect, ambiguous } = explanation;
  return (
    <div className={styles.answer} role="status">
      <p className={styles.answerWords}>
        <EffectMark effect={effect} />
        <span>{sentence(explanation)}</span>
      </p>
      {ambiguous === null ? null : (
        <div className={styles.reading}>
          <BookOpenText aria-hidden />
          <div>
            {ambiguous.readings.map(({ name, text }) => (
              <p key={name}>Segment’s documentation contradicts itself here: {text}</p>
            ))}
            <p>By the other reading the answer is: {OTHERWISE[ambiguous.otherwise]}.</p>
          </div>
        </div>
      )}
    </div>
  );
}

const OTHERWISE: Record<PolicyEffect, string> = { allowed: 'yes', denied: 'no', unknown: 'unknown' };

function sentence({ member, targets, action, effect }: ExplanationView): string {
  const who = member.name === '' ? member.subject.id : member.name;
  const what = targets.map(({ subject, name }) => (name === '' ? subject.id : name)).join(' and ');
  const does = `${actionWords(action).phrase} ${what === '' ? 'the workspace' : what}`;
  switch (effect) {
    case 'allowed':
      return `${who} may ${does}.`;
    case 'denied':
      return `${who} may not ${does}.`;
    case 'unknown':
      return `Whether ${who} may ${does} is unknown.`;
  }
}
