import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Notice } from '../../components/Notice';
import { SegmentedControl } from '../../components/SegmentedControl';
import { TextField } from '../../components/TextField';
import { notify } from '../../stores/notices';
import { showConnected } from '../actions';
import {
  type AddWorkspaceDraft,
  addWorkspaceInput,
  draftErrors,
  EMPTY_DRAFT,
  type FieldErrors,
  fieldOf,
  type Region,
} from './add-workspace';
import styles from './forms.module.css';

const REGIONS: readonly { value: Region; label: string }[] = [
  { value: 'us', label: 'US' },
  { value: 'eu', label: 'EU' },
  { value: 'custom', label: 'Other address' },
];

const REGION_HINTS: Record<Region, string> = {
  us: 'api.segmentapis.com. Most workspaces are here.',
  eu: 'eu1.api.segmentapis.com. The address of the workspace in the browser begins with eu1.',
  custom: 'A proxy in your company, or a server on this machine.',
};

/** Connects a workspace. The token goes to main at once, is tried there, and is never shown again. */
export function AddWorkspaceDialog({ onClose }: { onClose: () => void }) {
  const form = useId();
  const regionNote = useId();
  const [draft, setDraft] = useState<AddWorkspaceDraft>(EMPTY_DRAFT);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const change = (patch: Partial<AddWorkspaceDraft>, cleared: keyof FieldErrors) => {
    setDraft((before) => ({ ...before, ...patch }));
    setErrors(({ [cleared]: _gone, ...rest }) => rest);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = draftErrors(draft);
    setErrors(wrong);
    setFailure(null);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    try {
      const view = await call('workspaces.add', addWorkspaceInput(draft));
      notify('info', `${view.name} is connected and is being read.`);
      if (gone.current) return;
      showConnected(view);
      onClose();
    } catch (thrown) {
      const answered = failureOf(thrown);
      // Trying the token can take a while; who has closed the dialog meanwhile still hears how it ended.
      if (gone.current) {
        notify('error', `The workspace was not added. ${answered.message}`);
        return;
      }
      const field = fieldOf(answered, draft.region);
      if (field === null) setFailure(answered.message);
      else setErrors({ [field]: answered.message });
      setBusy(false);
    }
  };

  return (
    <Dialog
      title="Add a workspace"
      description="Gatehouse reads it through Segment’s Public API. It changes nothing there until you ask it to."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button form={form} type="submit" variant="primary" busy={busy}>
            Add workspace
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label="Token"
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={draft.token}
          disabled={busy}
          error={errors.token ?? null}
          hint="In Segment under Settings, Workspace settings, Access Management, Tokens. Only owners can make one; one with the role Workspace Owner sees the most. It is not shown again here."
          onChange={(event) => change({ token: event.target.value }, 'token')}
        />
        <div className={styles.group}>
          <span className={styles.label}>Region</span>
          <SegmentedControl
            label="Region"
            value={draft.region}
            options={REGIONS}
            disabled={busy}
            onChange={(region) => change({ region }, 'region')}
          />
          <p
            id={regionNote}
            className={errors.region === undefined ? styles.hint : styles.error}
            role={errors.region === undefined ? undefined : 'alert'}
          >
            {errors.region ?? REGION_HINTS[draft.region]}
          </p>
        </div>
        {draft.region === 'custom' ? (
          <TextField
            label="Address"
            type="url"
            placeholder="https://"
            autoComplete="off"
            spellCheck={false}
            value={draft.url}
            disabled={busy}
            error={errors.url ?? null}
            hint="https, or http on this machine. The token is sent there and nowhere else."
            onChange={(event) => change({ url: event.target.value }, 'url')}
          />
        ) : null}
        <TextField
          label="Your email in this workspace"
          type="email"
          autoComplete="off"
          spellCheck={false}
          value={draft.email}
          disabled={busy}
          error={errors.email ?? null}
          hint="It signs what you state about the workspace. If you use an alias there, enter the alias."
          onChange={(event) => change({ email: event.target.value }, 'email')}
        />
        {failure === null ? null : (
          <div role="alert">
            <Notice tone="error">{failure}</Notice>
          </div>
        )}
      </form>
    </Dialog>
  );
}
