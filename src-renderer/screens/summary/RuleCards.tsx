import type { RuleSummary } from '@contract/findings';
import { ChevronRight, CircleCheck } from 'lucide-react';
import { countText } from '../../components/list/counts';
import { UnknownMark } from '../../components/UnknownMark';
import { openInSummary } from '../../stores/summary';
import styles from './summary.module.css';

/** What the rules found; those that found nothing stand in one line. */
export function RuleCards({ workspaceKey, rules }: { workspaceKey: string; rules: readonly RuleSummary[] }) {
  const found = rules.filter(({ count, unknown }) => count > 0 || unknown !== null);
  const clean = rules.filter(({ count, unknown }) => count === 0 && unknown === null);
  return (
    <section className={styles.card} aria-label="Findings">
      <header className={styles.cardHead}>
        <h2 className={styles.cardTitle}>Findings</h2>
      </header>
      <ul className={styles.rules}>
        {found.map(({ rule, title, why, count, unknown }) => (
          <li key={rule} className={styles.rule}>
            <button
              type="button"
              className={styles.ruleOpen}
              onClick={() => openInSummary(workspaceKey, { kind: 'rule', rule })}
            >
              <span className={styles.ruleCount}>{countText(count)}</span>
              <span className={styles.ruleWords}>
                <span className={styles.ruleTitle}>{title}</span>
                <span className={styles.ruleWhy}>{why}</span>
              </span>
              <ChevronRight aria-hidden />
            </button>
            {unknown === null ? null : <UnknownMark word="perhaps more" reason={unknown} />}
          </li>
        ))}
      </ul>
      {clean.length === 0 ? null : (
        <p className={styles.clean}>
          <CircleCheck aria-hidden /> Nothing found: {clean.map(({ title }) => title).join(' · ')}
        </p>
      )}
    </section>
  );
}
