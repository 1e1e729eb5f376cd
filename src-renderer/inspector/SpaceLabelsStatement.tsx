import type { Attestation } from '@contract/attestations';
import type { Failure } from '@contract/failure';
import type { LabelRef } from '@contract/snapshot';
import { type FormEvent, useState } from 'react';
import { call, failureOf } from '../api/bridge';
import { Button } from '../components/Button';
import { LabelChip } from '../components/LabelChip';
import { labelText } from '../components/list/label-text';
import { Notice } from '../components/Notice';
import { TextField } from '../components/TextField';
import styles from './inspector.module.css';
import { useInspectorLinks } from './links';
import { readLabels, typedLabels } from './read-labels';
import { StatementCard } from './StatementCard';
import statement from './statement.module.css';

/** What the admin states about the labels of a space that the Public API does not show. */
export function SpaceLabelsStatement({
  spaceId,
  attestation,
}: {
  spaceId: string;
  attestation: Attestation | null;
}) {
  const { workspaceKey, refresh } = useInspectorLinks();
  const [writing, setWriting] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const stated = attestation?.statement.subject === 'spaceLabels' ? attestation.statement.value : [];

  const attempt = async (change: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(null);
    try {
      await change();
      setWriting(false);
      refresh();
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const save = (value: LabelRef[]) =>
    attempt(() =>
      call('attestations.set', {
        key: workspaceKey,
        statement: { subject: 'spaceLabels', spaceId, value },
      }),
    );
  const withdraw = () =>
    attempt(() => call('attestations.clear', { key: workspaceKey, subject: 'spaceLabels', spaceId }));

  return (
    <div className={statement.form}>
      {writing ? (
        <LabelsForm
          stated={stated}
          busy={busy}
          onCancel={() => setWriting(false)}
          onSave={(value) => void save(value)}
        />
      ) : attestation === null ? (
        <div>
          <Button onClick={() => setWriting(true)}>State its labels</Button>
        </div>
      ) : (
        <StatementCard
          attestation={attestation}
          busy={busy}
          onChange={() => setWriting(true)}
          onWithdraw={() => void withdraw()}
        >
          {stated.length === 0 ? 'This space carries no labels.' : null}
          <span className={styles.chips}>
            {stated.map((label) => (
              <LabelChip key={labelText(label)} label={label} />
            ))}
          </span>
        </StatementCard>
      )}
      {failure === null ? null : <Notice tone="error">{failure.message}</Notice>}
    </div>
  );
}

function LabelsForm({
  stated,
  busy,
  onCancel,
  onSave,
}: {
  stated: readonly LabelRef[];
  busy: boolean;
  onCancel: () => void;
  onSave: (labels: LabelRef[]) => void;
}) {
  const [text, setText] = useState(typedLabels(stated));
  const [tried, setTried] = useState(false);
  const read = readLabels(text);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (read.ok) onSave(read.labels);
  };
  return (
    <form className={statement.form} onSubmit={onSubmit}>
      <TextField
        label="Labels of this space"
        placeholder="environment:prod, brand:acme"
        hint="Kept with today’s date and your address, and shown as your statement. Leave it empty to state that it has none."
        error={tried && !read.ok ? read.problem : null}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={statement.actions}>
        <Button variant="primary" type="submit" busy={busy}>
          State this
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
