import type { Change } from '@contract/changes';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { TextField } from '../../../components/TextField';
import { addChanges } from '../../../stores/draft';
import forms from './changes.module.css';
import { useVerdict } from './use-verdict';
import { VerdictNotice } from './VerdictNotice';

/** The longest name of a group that the form takes. */
const LONGEST = 255;

/** Asks for the name of a new group. */
export function CreateGroupDialog({ workspaceKey, onClose }: { workspaceKey: string; onClose: () => void }) {
  const [groupId] = useState(() => `new-${crypto.randomUUID()}`);
  return (
    <NameDialog
      workspaceKey={workspaceKey}
      title="New group"
      verb="Create the group"
      before=""
      changeOf={(name) => ({ kind: 'createGroup', groupId, name })}
      onClose={onClose}
    />
  );
}

/** Asks for another name of a group. */
export function RenameGroupDialog({
  workspaceKey,
  groupId,
  name,
  onClose,
}: {
  workspaceKey: string;
  groupId: string;
  name: string;
  onClose: () => void;
}) {
  return (
    <NameDialog
      workspaceKey={workspaceKey}
      title={`Rename ${name}`}
      verb="Rename"
      before={name}
      changeOf={(next) => ({ kind: 'renameGroup', groupId, name: next })}
      onClose={onClose}
    />
  );
}

function NameDialog({
  workspaceKey,
  title,
  verb,
  before,
  changeOf,
  onClose,
}: {
  workspaceKey: string;
  title: string;
  verb: string;
  before: string;
  changeOf: (name: string) => Change;
  onClose: () => void;
}) {
  const id = useId();
  const [text, setText] = useState(before);
  const [busy, setBusy] = useState(false);
  const name = text.trim();
  const change = name === '' || name === before ? null : changeOf(name);
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
      title={title}
      description={null}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={id} busy={busy} disabled={change === null || refused}>
            {verb}
          </Button>
        </>
      }
    >
      <form id={id} className={forms.form} onSubmit={(event) => void submit(event)}>
        <TextField
          label="Name"
          value={text}
          maxLength={LONGEST}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
        <VerdictNotice verdict={verdict} />
      </form>
    </Dialog>
  );
}
