import { Ban, Check } from 'lucide-react';
import { classNames } from '../components/class-names';
import type { TargetVerdict } from '../stores/drag';
import styles from './target.module.css';
import { effectShort, effectTone, effectWords, isDroppable } from './verdict-words';

/**
 * What a target makes of the load that is carried: the size of the effect, or why
 * it is not possible. For the eye; screen readers hear it when the load is there.
 */
export function VerdictBadge({
  verdict,
  floating = null,
}: {
  verdict: TargetVerdict | null;
  /** Over the edge of its target, where there is no room in it: nothing moves when a drag begins. */
  floating?: 'left' | 'right' | null;
}) {
  if (verdict === null) return null;
  const where = floating === null ? null : classNames(styles.floating, styles[floating]);
  switch (verdict.kind) {
    case 'waiting':
      return <span className={classNames(styles.waiting, where)} aria-hidden="true" />;
    case 'failed':
      return (
        <span className={classNames(styles.refusal, where)} title={verdict.message} aria-hidden="true">
          <Ban />
        </span>
      );
    case 'told': {
      const { verdict: told } = verdict;
      if (!isDroppable(told)) {
        const reason = told.verdict.reasons.join(' ') || told.words;
        return (
          <span className={classNames(styles.refusal, where)} title={reason} aria-hidden="true">
            <Ban />
          </span>
        );
      }
      const attested = told.kind === 'attestation' && told.effect === null;
      return (
        <span
          className={classNames(styles.badge, where)}
          data-tone={told.kind === 'narrows' ? 'loss' : effectTone(told.effect)}
          title={attested ? told.words : effectWords(told.effect)}
          aria-hidden="true"
        >
          {attested ? <Check /> : effectShort(told.effect)}
        </span>
      );
    }
  }
}
