import type { WorkspaceView } from '@contract/workspaces';
import { ListChecks } from 'lucide-react';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { counted } from '../../components/list/counts';
import { ReadWorkspace } from '../../components/list/ReadWorkspace';
import { useApply } from '../../stores/apply';
import { discardDraft, useDraft } from '../../stores/draft';
import { goToScreen } from '../../stores/navigation';
import { useSelectedWorkspace } from '../../stores/selected-workspace';
import { ApplyProgress } from './ApplyProgress';
import { DraftEffect } from './DraftEffect';
import { DraftItems } from './DraftItems';
import { MadePlan } from './MadePlan';
import styles from './plan.module.css';

/** The draft, what it would do, and the steps that carry it out; while it is applied, how far that is. */
export function PlanScreen() {
  return (
    <ReadWorkspace title="Plan">
      {(_key, { fingerprint }) => <PlanOf fingerprint={fingerprint} />}
    </ReadWorkspace>
  );
}

function PlanOf({ fingerprint }: { fingerprint: string }) {
  const workspace = useSelectedWorkspace();
  const draft = useDraft(workspace.key);
  const apply = useApply(workspace.key);
  if (draft === null || apply === undefined) {
    return (
      <section className={styles.screen} aria-label="Plan">
        <p className={styles.loading}>Reading the draft…</p>
      </section>
    );
  }
  const { length } = draft.items;
  return (
    <section className={styles.screen} aria-label="Plan">
      <header className={styles.head}>
        <h1 className={styles.title}>Plan</h1>
        <span className={styles.count} role="status">
          {apply === null ? counted(length, 'change') : ''}
        </span>
        {length === 0 || (apply !== null && apply.kind !== 'finished' && apply.kind !== 'stopped') ? null : (
          <Button variant="quiet" onClick={() => void discardDraft(workspace.key)}>
            Discard the draft
          </Button>
        )}
      </header>
      <div className={styles.body}>
        {apply === null ? null : <ApplyProgress apply={apply} items={draft.items} />}
        {apply === null && length === 0 ? <NoDraft workspace={workspace} /> : null}
        {length === 0 || (apply !== null && (apply.kind === 'running' || apply.kind === 'paused')) ? null : (
          <>
            {apply === null ? null : <h2 className={styles.heading}>What is left in the draft</h2>}
            <DraftItems draft={draft} />
            <DraftEffect draft={draft} fingerprint={fingerprint} />
            {apply === null ? (
              <MadePlan workspace={workspace} draft={draft} fingerprint={fingerprint} />
            ) : null}
          </>
        )}
      </div>
    </section>
  );
}

function NoDraft({ workspace: { name } }: { workspace: WorkspaceView }) {
  return (
    <EmptyState
      icon={<ListChecks />}
      title="Nothing to plan"
      actions={<Button onClick={() => goToScreen('board')}>Go to the labels board</Button>}
    >
      There is no draft for {name}. Changes that you make on the board gather here, and reach Segment only
      when you apply them.
    </EmptyState>
  );
}
