import type { ApplyView } from '@contract/apply';
import type { DraftView } from '@contract/drafts';
import type { WorkspaceView } from '@contract/workspaces';
import { ListChecks, Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { IconButton } from '../../components/IconButton';
import { counted, countText } from '../../components/list/counts';
import { loadApply, useApply } from '../../stores/apply';
import {
  applyingChanges,
  loadDraft,
  redoDraft,
  undoDraft,
  useDraft,
  useDraftSaving,
} from '../../stores/draft';
import { type EffectState, useEffectOf } from '../../stores/draft-effect';
import { goToScreen } from '../../stores/navigation';
import { notify } from '../../stores/notices';
import styles from './DraftBar.module.css';

/**
 * The draft of the workspace at hand, below the main pane: how much it is, what
 * it would do, undo and redo, and the way to the plan. There while there is a
 * draft, something to redo, or an apply.
 */
export function DraftBar({ workspace, onPlan }: { workspace: WorkspaceView; onPlan: boolean }) {
  const { key, snapshot } = workspace;
  const fingerprint = snapshot?.fingerprint ?? null;
  const draft = useDraft(key);
  const apply = useApply(key);
  useEffect(() => {
    // Another snapshot may change what of the draft still applies.
    if (fingerprint === null) return;
    loadDraft(key).catch((thrown: unknown) => notify('error', failureOf(thrown).message));
    loadApply(key).catch((thrown: unknown) => notify('error', failureOf(thrown).message));
  }, [key, fingerprint]);
  const applying = apply !== undefined && apply !== null;
  if (draft === null || (draft.items.length === 0 && draft.redo === null && !applying)) return null;
  return (
    <section className={styles.bar} aria-label="Draft">
      {applying ? <ApplyWords apply={apply} /> : null}
      {draft.items.length === 0 && applying ? null : (
        <DraftWords draft={draft} workspaceKey={key} fingerprint={fingerprint} />
      )}
      <span className={styles.space} />
      <IconButton
        label={draft.undo === null ? 'Nothing to undo' : `Undo: ${draft.undo}`}
        keys="mod+Z"
        disabled={draft.undo === null}
        onClick={() => void undoDraft(key)}
      >
        <Undo2 />
      </IconButton>
      <IconButton
        label={draft.redo === null ? 'Nothing to redo' : `Redo: ${draft.redo}`}
        keys="shift+mod+Z"
        disabled={draft.redo === null}
        onClick={() => void redoDraft(key)}
      >
        <Redo2 />
      </IconButton>
      {onPlan ? (
        <Button onClick={() => goToScreen('board')}>Back to the board</Button>
      ) : (
        <Button variant="primary" icon={<ListChecks />} onClick={() => goToScreen('plan')}>
          {applying ? 'Show the apply' : 'Review plan'}
        </Button>
      )}
    </section>
  );
}

const APPLY_WORDS: Record<ApplyView['kind'], string> = {
  running: 'Applying',
  paused: 'Apply paused',
  stopped: 'Apply stopped',
  finished: 'Apply finished',
};

function ApplyWords({ apply: { kind, reason, steps } }: { apply: ApplyView }) {
  const done = steps.filter((step) => step.kind === 'applied').length;
  return (
    <span className={styles.count} title={reason ?? undefined}>
      {APPLY_WORDS[kind]}: {countText(done)} of {counted(steps.length, 'step')} applied
    </span>
  );
}

function DraftWords({
  draft,
  workspaceKey,
  fingerprint,
}: {
  draft: DraftView;
  workspaceKey: string;
  fingerprint: string | null;
}) {
  const saving = useDraftSaving(workspaceKey);
  const effect = useEffectOf(workspaceKey, applyingChanges(draft), 0, fingerprint);
  const stuck = draft.items.filter(({ state }) => state.kind === 'doesNotApply').length;
  const { length } = draft.items;
  return (
    <>
      <span className={styles.count} role="status">
        {length === 0 ? 'Draft empty' : `Draft: ${counted(length, 'change')}`}
        {saving ? <span className={styles.saving}> · saving…</span> : null}
      </span>
      {length === 0 ? null : <EffectInBrief effect={effect} />}
      {stuck === 0 ? null : (
        <span className={styles.stuck}>
          {stuck === 1 ? '1 no longer applies' : `${stuck} no longer apply`}
        </span>
      )}
    </>
  );
}

/** Gains and losses of the whole draft, in cells of a member and a resource. */
function EffectInBrief({ effect }: { effect: EffectState }) {
  switch (effect.kind) {
    case 'none':
      return null;
    case 'loading':
      return <span className={styles.quiet}>working out the effect…</span>;
    case 'failed':
      return <span className={styles.quiet}>effect unknown: {effect.failure.message}</span>;
    case 'shown': {
      const { page } = effect;
      if (page.kind === 'impossible') return <span className={styles.stuck}>{page.reason}</span>;
      const { counts, members, resources } = page;
      const pii = counts.piiGained + counts.piiLost;
      return (
        <span className={styles.effect} data-renewing={effect.renewing || undefined}>
          <span className={styles.gain} title="Gains and rises, in pairs of a member and a resource">
            +{countText(counts.gained + counts.raised)}
          </span>
          <span className={styles.loss} title="Losses and falls, in pairs of a member and a resource">
            −{countText(counts.lost + counts.lowered)}
          </span>
          <span className={styles.quiet}>
            {counted(members, 'member')}, {counted(resources, 'resource')}
            {pii > 0 ? `, PII of ${countText(pii)}` : ''}
            {counts.onlyDoubt > 0 ? `, ${countText(counts.onlyDoubt)} unknown` : ''}
          </span>
        </span>
      );
    }
  }
}
