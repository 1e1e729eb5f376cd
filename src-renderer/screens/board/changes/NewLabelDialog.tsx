import type { Change } from '@contract/changes';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { TextField } from '../../../components/TextField';
import { addChanges } from '../../../stores/draft';
import forms from './changes.module.css';
import { useVerdict } from './use-verdict';
import { VerdictNotice } from './VerdictNotice';

/** Asks for a new label: key, value and what it is for. */
export function NewLabelDialog({ workspaceKey, onClose }: { workspaceKey: string; onClose: () => void }) {
  const id = useId();
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const [description, setDescription] = useState('');
  const [busy, setBusy] = useState(false);
  const change: Change | null =
    key.trim() === '' || value.trim() === ''
      ? null
      : {
          kind: 'createLabel',
          label: { key: key.trim(), value: value.trim(), description: description.trim() },
        };
  const verdict = useVerdict(workspaceKey, change);
  const refused = verdict?.verdict === 'refused';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (change === null || refused) return;
    setBusy(true);
    if (await addChanges(workspaceKey, [change])) onClose();
    else setBusy(false);
  };
  return (
    <Dialog
      size="small"
      title="New label"
      description="It is written as key:value, such as environment:prod."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={id} busy={busy} disabled={change === null || refused}>
            Create the label
          </Button>
        </>
      }
    >
      <form id={id} className={forms.form} onSubmit={(event) => void submit(event)}>
        <TextField label="Key" value={key} maxLength={100} onChange={(event) => setKey(event.target.value)} />
        <TextField
          label="Value"
          value={value}
          maxLength={100}
          onChange={(event) => setValue(event.target.value)}
        />
        <TextField
          label="Description"
          hint="May stay empty."
          value={description}
          maxLength={500}
          onChange={(event) => setDescription(event.target.value)}
        />
        <VerdictNotice verdict={verdict} />
      </form>
    </Dialog>
  );
}
