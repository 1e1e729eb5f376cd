import type { PlanView } from '@contract/apply';
import type { DraftItem, DraftView } from '@contract/drafts';
import type { Failure } from '@contract/failure';
import type { WorkspaceView } from '@contract/workspaces';
import { useEffect, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { counted, countText } from '../../components/list/counts';
import { Notice } from '../../components/Notice';
import { RelativeTime } from '../../components/RelativeTime';
import { startApply } from '../../stores/apply';
import { notify } from '../../stores/notices';
import { PlanSteps } from './PlanSteps';
import styles from './plan.module.css';

type Making = { kind: 'making' } | { kind: 'failed'; failure: Failure } | { kind: 'made'; plan: PlanView };

/** The plan of this draft on this snapshot: made anew when either changes, so that what is read is what is applied. */
function usePlan(key: string, revision: number, fingerprint: string) {
  const [making, setMaking] = useState<Making>({ kind: 'making' });
  const [round, setRound] = useState(0);
  const about = `${fingerprint} ${revision} ${round}`;
  useEffect(() => {
    // A new plan for each `about`, which says what it rests on.
    let wanted = about !== '';
    setMaking({ kind: 'making' });
    call('plan.make', { key }).then(
      (plan) => {
        if (wanted) setMaking({ kind: 'made', plan });
      },
      (thrown: unknown) => {
        if (wanted) setMaking({ kind: 'failed', failure: failureOf(thrown) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, about]);
  return { making, again: () => setRound(round + 1) };
}

/** Why nothing can be applied now; `null` when it can. */
export function whyNotApply({ name, sync }: WorkspaceView): string | null {
  switch (sync.kind) {
    case 'offline':
      return `${name} cannot be reached now. The draft is kept on this machine; apply it when the network is back.`;
    case 'failed':
      return `${name} could not be read: ${sync.failure.message}`;
    case 'idle':
    case 'running':
      return null;
  }
}

/** The steps that carry out the draft, and the button that begins. */
export function MadePlan({
  workspace,
  draft,
  fingerprint,
}: {
  workspace: WorkspaceView;
  draft: DraftView;
  fingerprint: string;
}) {
  const { making, again } = usePlan(workspace.key, draft.revision, fingerprint);
  switch (making.kind) {
    case 'making':
      return (
        <section className={styles.section} aria-label="Steps">
          <h2 className={styles.heading}>Steps</h2>
          <p className={styles.quiet}>Working out the steps…</p>
        </section>
      );
    case 'failed':
      return (
        <section className={styles.section} aria-label="Steps">
          <h2 className={styles.heading}>Steps</h2>
          <Notice tone="error" actions={<Button onClick={again}>Try again</Button>}>
            The plan could not be made. {making.failure.message}
          </Notice>
        </section>
      );
    case 'made':
      return <Steps workspace={workspace} plan={making.plan} items={draft.items} onStale={again} />;
  }
}

function Steps({
  workspace,
  plan,
  items,
  onStale,
}: {
  workspace: WorkspaceView;
  plan: PlanView;
  items: readonly DraftItem[];
  onStale: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const hindrance = whyNotApply(workspace);
  const typed = plan.steps.filter(({ confirm }) => confirm !== null).length;
  const start = async () => {
    setBusy(true);
    try {
      await startApply(workspace.key, plan.id, plan.hash);
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code !== 'cancelled') notify('error', failure.message);
      if (failure.code === 'conflict' || failure.code === 'notFound') onStale();
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={styles.section} aria-label="Steps">
      <h2 className={styles.heading}>
        Steps <span className={styles.number}>{counted(plan.steps.length, 'step')}</span>
      </h2>
      {plan.leftOut.length === 0 ? null : (
        <Notice tone="warning">
          Left out:
          <ul className={styles.leftOut}>
            {plan.leftOut.map(({ item, words, reason }) => (
              <li key={item}>
                {words}: {reason}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {plan.steps.length === 0 ? (
        <p className={styles.quiet}>There is nothing to write to Segment.</p>
      ) : (
        <>
          <PlanSteps steps={plan.steps} states={null} items={items} />
          {hindrance === null ? null : <Notice tone="offline">{hindrance}</Notice>}
          <div className={styles.applyLine}>
            <p className={styles.quiet}>
              {minutesWords(plan.minutes)}: {counted(plan.limitedCalls, 'write')} of{' '}
              {counted(plan.calls, 'request')} count against Segment’s 60 a minute. Rests on what was read{' '}
              <RelativeTime at={plan.readAt} />; each target is read again before it is written, and left
              alone if somebody else has changed it.
              {typed > 0 ? ` ${countText(typed)} of the steps ask you to type a confirmation first.` : ''}
            </p>
            <Button variant="primary" busy={busy} disabled={hindrance !== null} onClick={() => void start()}>
              Apply {counted(plan.steps.length, 'step')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** A time to expect: `less than a minute`, `about 4 minutes`. */
export function minutesWords(minutes: number): string {
  if (minutes < 1) return 'Takes less than a minute';
  return `Takes about ${counted(Math.ceil(minutes), 'minute')}`;
}
