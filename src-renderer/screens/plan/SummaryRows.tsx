import type { Change } from '@contract/changes';
import type { EffectSummary } from '@contract/policy';
import { ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { countText } from '../../components/list/counts';
import { SubjectIcon } from '../../inspector/SubjectIcon';
import { type EffectRow, EffectRows } from '../board/EffectRows';
import styles from './effect-summary.module.css';

type Row = EffectSummary['rows'][number];

/** Changed cells of one person or resource that are listed. */
const CELLS = 200;

/** Persons, resources or groups with what changes for each; a person or resource unfolds into its cells. */
export function SummaryRows({
  workspaceKey,
  draft,
  rows,
}: {
  workspaceKey: string;
  draft: Change[];
  rows: readonly Row[];
}) {
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <li key={`${row.subject.subject.kind} ${row.subject.subject.id}`}>
          {row.subject.subject.kind === 'group' ? (
            <div className={styles.row}>
              <span className={styles.noTwist} />
              <RowWords row={row} />
            </div>
          ) : (
            <Unfolding workspaceKey={workspaceKey} draft={draft} row={row} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Unfolding({ workspaceKey, draft, row }: { workspaceKey: string; draft: Change[]; row: Row }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.row} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight aria-hidden className={styles.twist} data-open={open || undefined} />
        <RowWords row={row} />
      </button>
      {open ? <Cells workspaceKey={workspaceKey} draft={draft} row={row} /> : null}
    </>
  );
}

function RowWords({ row: { subject, counts } }: { row: Row }) {
  const up = counts.gained + counts.raised;
  const down = counts.lost + counts.lowered;
  return (
    <>
      <SubjectIcon subject={subject.subject} />
      <span className={styles.name}>{subject.name === '' ? subject.subject.id : subject.name}</span>
      <span className={styles.sums}>
        {up === 0 ? null : <span data-tone="gain">+{countText(up)}</span>}
        {down === 0 ? null : <span data-tone="loss">−{countText(down)}</span>}
        {counts.piiGained === 0 ? null : <span data-tone="gain">+{countText(counts.piiGained)} PII</span>}
        {counts.piiLost === 0 ? null : <span data-tone="loss">−{countText(counts.piiLost)} PII</span>}
        {counts.onlyDoubt === 0 ? null : <span>{countText(counts.onlyDoubt)} unknown</span>}
      </span>
    </>
  );
}

type CellsState =
  | { kind: 'working' }
  | { kind: 'failed'; message: string }
  | { kind: 'shown'; rows: EffectRow[] };

function Cells({ workspaceKey, draft, row }: { workspaceKey: string; draft: Change[]; row: Row }) {
  const { kind, id } = row.subject.subject;
  const of = kind === 'member' ? 'member' : 'resource';
  const [state, setState] = useState<CellsState>({ kind: 'working' });
  useEffect(() => {
    let wanted = true;
    call('policy.effect', { key: workspaceKey, draft, of: { kind: of, id }, offset: 0, limit: CELLS }).then(
      (page) => {
        if (wanted) setState({ kind: 'shown', rows: page.kind === 'effect' ? page.rows : [] });
      },
      (thrown: unknown) => {
        if (wanted) setState({ kind: 'failed', message: failureOf(thrown).message });
      },
    );
    return () => {
      wanted = false;
    };
  }, [workspaceKey, draft, of, id]);
  if (state.kind === 'working') return <p className={styles.quiet}>Working it out…</p>;
  if (state.kind === 'failed') return <p className={styles.quiet}>{state.message}</p>;
  const left = row.counts.cells - state.rows.length;
  return (
    <div className={styles.cells}>
      <EffectRows rows={state.rows} by={of} />
      {left > 0 ? <p className={styles.quiet}>And {countText(left)} more.</p> : null}
    </div>
  );
}
