import type { Change } from '@contract/changes';
import type { DraftView } from '@contract/drafts';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { countText } from '../../components/list/counts';
import { Notice } from '../../components/Notice';
import { SegmentedControl } from '../../components/SegmentedControl';
import { applyingChanges } from '../../stores/draft';
import { EffectSums } from '../board/EffectRows';
import { CallOuts } from './CallOuts';
import styles from './plan.module.css';
import { SummaryRows } from './SummaryRows';
import { type By, useEffectSummary } from './use-effect-summary';

/** Rows that one question asks for, and the most that are shown. */
const STEP = 100;
const MOST = 500;

/** Who gains and who loses what by the whole draft: by person, by resource or by group. */
export function DraftEffect({ draft, fingerprint }: { draft: DraftView; fingerprint: string }) {
  const changes = applyingChanges(draft);
  const [by, setBy] = useState<By>('member');
  if (changes.length === 0) return null;
  return (
    <section className={styles.section} aria-label="Effect">
      <h2 className={styles.heading}>
        Effect
        <SegmentedControl
          label="Group the effect"
          value={by}
          options={[
            { value: 'member', label: 'By person' },
            { value: 'resource', label: 'By resource' },
            { value: 'group', label: 'By group' },
          ]}
          onChange={setBy}
        />
      </h2>
      <EffectOf workspaceKey={draft.key} changes={changes} by={by} fingerprint={fingerprint} />
    </section>
  );
}

function EffectOf({
  workspaceKey,
  changes,
  by,
  fingerprint,
}: {
  workspaceKey: string;
  changes: Change[];
  by: By;
  fingerprint: string;
}) {
  const [limit, setLimit] = useState(STEP);
  const state = useEffectSummary(workspaceKey, changes, by, limit, fingerprint);
  if (state.kind === 'loading') return <p className={styles.quiet}>Working out who gains and who loses…</p>;
  if (state.kind === 'failed') {
    return <Notice tone="error">The effect could not be worked out. {state.failure.message}</Notice>;
  }
  const { answer } = state;
  if (answer.kind === 'impossible') {
    return (
      <Notice tone="warning">The effect is unknown, since a change makes no sense: {answer.reason}</Notice>
    );
  }
  const left = answer.of - answer.rows.length;
  return (
    <>
      <EffectSums counts={answer.counts} members={answer.members} resources={answer.resources} />
      {answer.counts.cells === 0 ? <p className={styles.quiet}>Nobody’s access changes by it.</p> : null}
      <CallOuts callOuts={answer.callOuts} />
      {state.by === 'group' && answer.rows.length > 0 ? (
        <p className={styles.quiet}>Somebody who is in two groups counts in both.</p>
      ) : null}
      <SummaryRows workspaceKey={workspaceKey} draft={changes} rows={answer.rows} />
      {left <= 0 ? null : limit < MOST ? (
        <Button variant="quiet" onClick={() => setLimit(Math.min(MOST, limit + STEP))}>
          Show {countText(Math.min(STEP, left))} more of {countText(left)}
        </Button>
      ) : (
        <p className={styles.quiet}>And {countText(left)} more: the matrix shows them all, with rings.</p>
      )}
    </>
  );
}
