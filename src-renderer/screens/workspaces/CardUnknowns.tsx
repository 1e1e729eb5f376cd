import type { SnapshotSummary } from '@contract/workspaces';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../components/Button';
import { RelativeTime } from '../../components/RelativeTime';
import { useAttestations } from '../../stores/attestations';
import { openDialog } from '../../stores/dialogs';
import styles from './CardUnknowns.module.css';
import { statedWords } from './stated-words';
import { unknownWords } from './unknown-words';

/** What could not be seen of a workspace, folded: each with its reason, and what the admin has stated instead. */
export function CardUnknowns({
  workspaceKey,
  snapshot,
}: {
  workspaceKey: string;
  snapshot: SnapshotSummary;
}) {
  const list = useId();
  const [open, setOpen] = useState(false);
  const { unknowns } = snapshot;
  if (unknowns.length === 0) {
    return <p className={styles.none}>Everything could be seen.</p>;
  }
  const subjects = unknowns.map(({ subject }) => unknownWords(subject));
  return (
    <div className={styles.unknowns}>
      <button
        type="button"
        className={styles.summary}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight className={styles.arrow} aria-hidden="true" />
        <span className={styles.amount}>
          {unknowns.length === 1 ? '1 thing' : `${unknowns.length} things`} unknown
        </span>
        {open ? null : <span className={styles.subjects}>{subjects.join(', ')}</span>}
      </button>
      <ul id={list} className={styles.list} hidden={!open}>
        {unknowns.map((unknown) => (
          <li key={`${unknown.subject} ${unknown.reason}`} className={styles.entry}>
            <span className={styles.subject}>
              {unknownWords(unknown.subject)}
              {unknown.count > 1 ? ` (${unknown.count.toLocaleString('en')})` : ''}
            </span>
            <span className={styles.reason}>{unknown.reason}</span>
            {unknown.subject === 'plan' || unknown.subject === 'hipaaEligible' ? (
              <Statement workspaceKey={workspaceKey} subject={unknown.subject} />
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Statement({ workspaceKey, subject }: { workspaceKey: string; subject: 'plan' | 'hipaaEligible' }) {
  const stated = useAttestations(workspaceKey).find(({ statement }) => statement.subject === subject);
  return (
    <span className={styles.statement}>
      {stated === undefined ? null : (
        <span>
          You stated: {statedWords(stated.statement)} (<RelativeTime at={stated.at} />)
        </span>
      )}
      <Button variant="quiet" onClick={() => openDialog({ kind: 'attest', key: workspaceKey, subject })}>
        {stated === undefined ? 'State it…' : 'Change…'}
      </Button>
    </span>
  );
}
