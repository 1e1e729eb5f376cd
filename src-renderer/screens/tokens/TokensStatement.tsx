import type { Failure } from '@contract/failure';
import { type FormEvent, useId, useState } from 'react';
import { failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { StatementCard } from '../../inspector/StatementCard';
import statement from '../../inspector/statement.module.css';
import { useTokensStatement } from './use-tokens-statement';

/** What the admin states about tokens that cannot be read: dated, signed, and withdrawn when it is no longer true. */
export function TokensStatement({ workspaceKey }: { workspaceKey: string }) {
  const { load, attestation, reload, make, withdraw } = useTokensStatement(workspaceKey);
  const [writing, setWriting] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const attempt = async (change: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await change();
      setWriting(false);
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setBusy(false);
    }
  };

  switch (load.kind) {
    case 'loading':
      return null;
    case 'failed':
      return (
        <Notice tone="error" actions={<Button onClick={reload}>Try again</Button>}>
          {load.failure.message}
        </Notice>
      );
    case 'loaded': {
      const said = attestation?.statement.subject === 'tokens' ? attestation.statement.value : '';
      return (
        <div className={statement.form}>
          {attestation !== null && !writing ? (
            <StatementCard
              attestation={attestation}
              busy={busy}
              onChange={() => setWriting(true)}
              onWithdraw={() => void attempt(withdraw)}
            >
              {said}
            </StatementCard>
          ) : (
            <StatementForm
              said={said}
              busy={busy}
              onCancel={attestation === null ? null : () => setWriting(false)}
              onSave={(value) => void attempt(() => make(value))}
            />
          )}
          {failure === null ? null : <Notice tone="error">{failure.message}</Notice>}
        </div>
      );
    }
  }
}

function StatementForm({
  said,
  busy,
  onCancel,
  onSave,
}: {
  said: string;
  busy: boolean;
  onCancel: (() => void) | null;
  onSave: (value: string) => void;
}) {
  const [text, setText] = useState(said);
  const id = useId();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSave(text.trim());
  };
  return (
    <form className={statement.form} onSubmit={onSubmit}>
      <label className={statement.label} htmlFor={id}>
        What you know about these tokens
      </label>
      <textarea
        id={id}
        className={statement.area}
        aria-describedby={`${id}-hint`}
        placeholder="3 tokens, all known; checked with Priya on the Access Management page"
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-hint`} className={statement.hint}>
        Kept on this machine with today’s date and your address, and always shown as your statement. Never
        write the secret of a token here.
      </p>
      <div className={statement.actions}>
        <Button variant="primary" type="submit" busy={busy} disabled={text.trim() === ''}>
          State this
        </Button>
        {onCancel === null ? null : <Button onClick={onCancel}>Cancel</Button>}
      </div>
    </form>
  );
}
