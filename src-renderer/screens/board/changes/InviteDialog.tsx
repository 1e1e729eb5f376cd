import type { Change } from '@contract/changes';
import { useState } from 'react';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { TextField } from '../../../components/TextField';
import { addChanges } from '../../../stores/draft';
import forms from './changes.module.css';
import { EMPTY_GRANT, GrantFields, grantFrom } from './GrantFields';
import { useFormData } from './use-form-data';
import { useVerdict } from './use-verdict';
import { VerdictNotice } from './VerdictNotice';

/** Asks whom to invite, and with which role. */
export function InviteDialog({ workspaceKey, onClose }: { workspaceKey: string; onClose: () => void }) {
  const { roles, labels } = useFormData(workspaceKey);
  const [text, setText] = useState('');
  const [draft, setDraft] = useState(EMPTY_GRANT);
  const [busy, setBusy] = useState(false);
  const email = text.trim();
  const grant = grantFrom(draft, roles);
  const change: Change | null =
    grant === null || !/^[^\s@]+@[^\s@]+$/.test(email) ? null : { kind: 'invite', email, grants: [grant] };
  const verdict = useVerdict(workspaceKey, change);
  const submit = async () => {
    if (change === null) return;
    setBusy(true);
    if (await addChanges(workspaceKey, [change])) onClose();
    else setBusy(false);
  };
  return (
    <Dialog
      size="large"
      title="Invite somebody"
      description="Segment sends the invite when the plan is applied."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={change === null || verdict?.verdict === 'refused'}
            onClick={() => void submit()}
          >
            Add the invite
          </Button>
        </>
      }
    >
      <div className={forms.form}>
        <TextField
          label="Email"
          type="email"
          autoComplete="off"
          maxLength={320}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <GrantFields
          workspaceKey={workspaceKey}
          roles={roles}
          labels={labels}
          draft={draft}
          onDraft={setDraft}
        />
        <VerdictNotice verdict={verdict} />
      </div>
    </Dialog>
  );
}
