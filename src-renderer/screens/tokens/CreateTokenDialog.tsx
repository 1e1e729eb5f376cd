import type { Failure } from '@contract/failure';
import type { Token } from '@contract/snapshot';
import { type FormEvent, useId, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Notice } from '../../components/Notice';
import { RadioCards } from '../../components/RadioCards';
import { TextField } from '../../components/TextField';
import { NewSecret } from './NewSecret';
import styles from './tokens.module.css';

type Step =
  | { kind: 'asking'; failure: Failure | null }
  | { kind: 'creating' }
  /** The secret lives here and nowhere else in the window; closing the dialog drops it. */
  | { kind: 'created'; token: Token; secret: string };

const ROLES = [
  {
    value: 'Member',
    title: 'Workspace Member',
    text: 'Reads the workspace. What only owners may change is refused. Enough for programs that look.',
  },
  {
    value: 'Owner',
    title: 'Workspace Owner',
    text: 'Can change everything in the workspace, access of people included.',
  },
] as const;

/** Creates a Public API token and shows its secret once. */
export function CreateTokenDialog({ workspaceKey, onClose }: { workspaceKey: string; onClose: () => void }) {
  const [description, setDescription] = useState('');
  const [role, setRole] = useState<'Owner' | 'Member'>('Member');
  const [step, setStep] = useState<Step>({ kind: 'asking', failure: null });
  const formId = useId();

  if (step.kind === 'created') {
    return <NewSecret token={step.token} secret={step.secret} onClose={onClose} />;
  }

  const create = async () => {
    setStep({ kind: 'creating' });
    try {
      const { token, secret } = await call('tokens.create', { key: workspaceKey, description, role });
      setStep({ kind: 'created', token, secret });
    } catch (thrown) {
      setStep({ kind: 'asking', failure: failureOf(thrown) });
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void create();
  };
  return (
    <Dialog
      title="Create a token"
      description="A token lets a program use the Public API of this workspace."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={step.kind === 'creating'}
            disabled={description.trim() === ''}
          >
            Create token
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={onSubmit}>
        <TextField
          label="Description"
          hint="What it is for, so that the next admin knows. It is all that is shown of it later."
          value={description}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setDescription(event.target.value)}
        />
        <RadioCards label="Role" value={role} cards={ROLES} onChange={setRole} />
        {step.kind === 'asking' && step.failure !== null ? (
          <Notice tone="error">{step.failure.message}</Notice>
        ) : null}
      </form>
    </Dialog>
  );
}
