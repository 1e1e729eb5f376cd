import type { Change } from '@contract/changes';
import type { DraftView } from '@contract/drafts';
import { useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { countText } from '../../components/list/counts';
import { Notice } from '../../components/Notice';
import { SegmentedControl } from '../../components/SegmentedControl';
import { applyingChanges } from '../../stores/draft';
import { useEffectOf } from '../../stores/draft-effect';
import { notify } from '../../stores/notices';
import { type Effect, type EffectRow, EffectSums, FoldedEffect } from '../board/EffectRows';
import styles from './plan.module.css';

/** Changed cells that one question asks for. */
const PAGE = 500;

/** Who gains and who loses what by the whole draft, by person or by resource. */
export function DraftEffect({ draft, fingerprint }: { draft: DraftView; fingerprint: string }) {
  const changes = applyingChanges(draft);
  const state = useEffectOf(draft.key, changes, PAGE, fingerprint);
  const [by, setBy] = useState<'member' | 'resource'>('member');
  if (state.kind === 'none') return null;
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
          ]}
          onChange={setBy}
        />
      </h2>
      {state.kind === 'loading' ? <p className={styles.quiet}>Working out who gains and who loses…</p> : null}
      {state.kind === 'failed' ? (
        <Notice tone="error">The effect could not be worked out. {state.failure.message}</Notice>
      ) : null}
      {state.kind === 'shown' && state.page.kind === 'impossible' ? (
        <Notice tone="warning">
          The effect is unknown, since a change makes no sense: {state.page.reason}
        </Notice>
      ) : null}
      {state.kind === 'shown' && state.page.kind === 'effect' ? (
        <EffectOf
          key={`${draft.revision} ${state.page.fingerprint}`}
          workspaceKey={draft.key}
          changes={changes}
          page={state.page}
          by={by}
        />
      ) : null}
    </section>
  );
}

function EffectOf({
  workspaceKey,
  changes,
  page,
  by,
}: {
  workspaceKey: string;
  changes: Change[];
  page: Effect;
  by: 'member' | 'resource';
}) {
  const [further, setFurther] = useState<EffectRow[]>([]);
  const [busy, setBusy] = useState(false);
  const rows = [...page.rows, ...further];
  const left = page.counts.cells - rows.length;
  const more = async () => {
    setBusy(true);
    try {
      const next = await call('policy.effect', {
        key: workspaceKey,
        draft: changes,
        offset: rows.length,
        limit: PAGE,
      });
      if (next.kind === 'effect' && next.fingerprint === page.fingerprint)
        setFurther([...further, ...next.rows]);
    } catch (thrown) {
      notify('error', failureOf(thrown).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <EffectSums counts={page.counts} members={page.members} resources={page.resources} />
      {page.counts.cells === 0 ? <p className={styles.quiet}>Nobody’s access changes by it.</p> : null}
      {rows.length === 0 ? null : <FoldedEffect key={by} rows={rows} by={by} complete={left <= 0} />}
      {left > 0 ? (
        <p className={styles.quiet}>
          The first {countText(rows.length)} of {countText(page.counts.cells)} changed pairs of a person and a
          resource.{' '}
          <Button variant="quiet" busy={busy} onClick={() => void more()}>
            Show {countText(Math.min(PAGE, left))} more
          </Button>
        </p>
      ) : null}
    </>
  );
}
