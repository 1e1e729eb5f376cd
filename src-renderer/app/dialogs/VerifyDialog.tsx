import type { ChannelOutput } from '@contract/channels';
import { CircleCheck, CircleX, ShieldQuestion } from 'lucide-react';
import { useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Notice } from '../../components/Notice';
import { RelativeTime } from '../../components/RelativeTime';
import forms from './forms.module.css';
import styles from './VerifyDialog.module.css';

type Found = NonNullable<ChannelOutput<'evidence.verify'>>;

const VERDICTS: Record<Found['verdict'], string> = {
  intact: 'Intact: every byte is as it was signed.',
  altered: 'Altered: this is not what was signed.',
  unreadable: 'This is not an evidence pack, or it cannot be read any more.',
};

/** Says of an evidence pack whether it is as it was signed, and where it is not. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const [found, setFound] = useState<Found | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const choose = async () => {
    setBusy(true);
    setError(null);
    try {
      const answer = await call('evidence.verify');
      if (answer !== null) setFound(answer);
    } catch (thrown) {
      setError(failureOf(thrown).message);
    }
    setBusy(false);
  };
  return (
    <Dialog
      title="Verify an evidence pack"
      description="Nothing is sent anywhere: the pack is read on this machine and compared with its own signature."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" busy={busy} onClick={() => void choose()}>
            {found === null ? 'Choose a pack…' : 'Choose another pack…'}
          </Button>
        </>
      }
    >
      <div className={forms.form}>
        {error === null ? null : <Notice tone="error">{error}</Notice>}
        {found === null ? null : <Result found={found} />}
      </div>
    </Dialog>
  );
}

function Result({ found: { name, verdict, problems, manifest, key } }: { found: Found }) {
  return (
    <section className={styles.result} aria-label="Result" role="status">
      <h3 className={styles.verdict} data-verdict={verdict}>
        {verdict === 'intact' ? <CircleCheck aria-hidden /> : <CircleX aria-hidden />}
        <span>
          {name}: {VERDICTS[verdict]}
        </span>
      </h3>
      {problems.length === 0 ? null : (
        <ul className={styles.problems}>
          {problems.map(({ where, what }) => (
            <li key={`${where} ${what}`}>
              <b>{where}</b> {what}
            </li>
          ))}
        </ul>
      )}
      {key === null ? null : (
        <p className={styles.key}>
          {key.ours === true ? <CircleCheck aria-hidden /> : <ShieldQuestion aria-hidden />}
          <span>
            {key.ours === true
              ? 'Signed by this installation.'
              : 'Signed by another installation: compare this key with the one in its Settings.'}
            <code className={styles.fingerprint}>{key.fingerprint}</code>
          </span>
        </p>
      )}
      {manifest === null ? null : (
        <ul className={styles.files}>
          <li>
            Made <RelativeTime at={manifest.createdAt} /> by {manifest.exportedBy ?? 'somebody unnamed'} of{' '}
            {manifest.workspaces.map((each) => each.name).join(', ')}
          </li>
          {manifest.files.map((file) => (
            <li key={file.name}>
              {file.name} <span className={styles.bytes}>{file.bytes.toLocaleString('en')} bytes</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
