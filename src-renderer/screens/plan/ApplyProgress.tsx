import type { ApplyView, StepState } from '@contract/apply';
import type { DraftItem } from '@contract/drafts';
import { useState } from 'react';
import { failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { counted, countText } from '../../components/list/counts';
import { Notice } from '../../components/Notice';
import { ProgressBar } from '../../components/ProgressBar';
import { RelativeTime } from '../../components/RelativeTime';
import { dismissApply, steerApply } from '../../stores/apply';
import { notify } from '../../stores/notices';
import { PlanSteps } from './PlanSteps';
import styles from './plan.module.css';

/** How far an apply is, how it ended, and what can be done about it. */
export function ApplyProgress({ apply, items }: { apply: ApplyView; items: readonly DraftItem[] }) {
  const { key, kind, plan, steps, reason, foreign, startedAt } = apply;
  const [busy, setBusy] = useState(false);
  const settled = steps.filter((state) => isSettled(state)).length;
  const of = (wanted: StepState['kind']) => steps.filter((state) => state.kind === wanted).length;
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (thrown) {
      notify('error', failureOf(thrown).message);
    } finally {
      setBusy(false);
    }
  };
  const again = of('conflict') + of('skipped') + of('refused') + of('planned') > 0;
  const over = kind === 'finished' || kind === 'stopped';
  return (
    <section className={styles.section} aria-label="Apply">
      <h2 className={styles.heading}>
        {HEADINGS[kind]}
        <span className={styles.number}>
          begun <RelativeTime at={startedAt} />
        </span>
      </h2>
      <ProgressBar
        label="Applying the plan"
        value={steps.length === 0 ? 1 : settled / steps.length}
        paused={kind === 'paused'}
      />
      <p role="status" className={styles.summary}>
        {countText(of('applied'))} of {counted(steps.length, 'step')} verified
        {sayIf(of('conflict'), 'in conflict')}
        {sayIf(of('refused'), 'refused')}
        {sayIf(of('unknown'), 'unknown')}
        {sayIf(of('skipped'), 'not tried')}
        {over ? sayIf(of('planned'), 'not begun') : sayIf(of('planned'), 'waiting')}.
      </p>
      {reason === null ? null : <Notice tone="warning">{reason}</Notice>}
      {foreign.length === 0 ? null : (
        <Notice tone="warning">
          Others changed the same while it was written:
          <ul className={styles.leftOut}>
            {foreign.map(({ step, words }) => (
              <li key={`${step} ${words}`}>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
      {over && of('unknown') > 0 ? (
        <Notice tone="warning">
          Whether the unknown steps took effect could not be found out. They are not sent again by themselves:
          sync, then see what of the draft is left.
        </Notice>
      ) : null}
      <div className={styles.controls}>
        {kind === 'running' ? (
          <Button disabled={busy} onClick={() => void attempt(() => steerApply(key, 'pause'))}>
            Pause
          </Button>
        ) : null}
        {kind === 'paused' ? (
          <Button
            variant="primary"
            disabled={busy}
            onClick={() => void attempt(() => steerApply(key, 'resume'))}
          >
            Resume
          </Button>
        ) : null}
        {over ? null : (
          <Button
            variant="danger"
            disabled={busy}
            onClick={() => void attempt(() => steerApply(key, 'cancel'))}
          >
            Cancel the rest
          </Button>
        )}
        {over ? (
          <Button
            variant={again ? 'primary' : 'default'}
            disabled={busy}
            onClick={() => void attempt(() => dismissApply(key))}
          >
            {again ? 'Plan anew' : 'Done'}
          </Button>
        ) : (
          <p className={styles.quiet}>
            Both take hold after the step that is under way; what is done stays done.
          </p>
        )}
      </div>
      <PlanSteps steps={plan.steps} states={steps} items={items} />
    </section>
  );
}

const HEADINGS: Record<ApplyView['kind'], string> = {
  running: 'Applying',
  paused: 'Paused',
  stopped: 'Stopped',
  finished: 'Applied',
};

function isSettled({ kind }: StepState): boolean {
  return kind !== 'planned' && kind !== 'sending' && kind !== 'verifying';
}

function sayIf(count: number, words: string): string {
  return count === 0 ? '' : `, ${countText(count)} ${words}`;
}
