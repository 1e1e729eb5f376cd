import type { Token } from '@contract/snapshot';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { CopyButton } from '../../components/list/CopyButton';
import { Notice } from '../../components/Notice';
import styles from './tokens.module.css';

/** The secret of a new token, for the one time that it can be read. */
export function NewSecret({ token, secret, onClose }: { token: Token; secret: string; onClose: () => void }) {
  return (
    <Dialog
      title="The token has been created"
      description={`“${token.description}”, Workspace ${token.role}`}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          I have stored it
        </Button>
      }
    >
      <div className={styles.form}>
        <div className={styles.secretLine}>
          <code className={styles.secret} data-copyable>
            {secret}
          </code>
          <CopyButton words label="Copy" text={secret} />
        </div>
        <Notice tone="warning">
          Copy it now: it will not be shown again, and Gatehouse does not keep it. Whoever has it acts as a
          Workspace {token.role}.
        </Notice>
      </div>
    </Dialog>
  );
}
