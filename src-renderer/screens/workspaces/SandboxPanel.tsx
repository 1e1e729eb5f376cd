import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { openSandboxOrTell, startSandbox, stopSandbox } from '../../app/actions';
import { Button } from '../../components/Button';
import { useSandbox } from '../../stores/sandbox';
import styles from './SandboxPanel.module.css';

/** Starts and stops the embedded server, which shows what being offline is like. */
export function SandboxPanel({ connected }: { connected: boolean }) {
  const sandbox = useSandbox();
  const [busy, setBusy] = useState(false);
  const on = sandbox.kind === 'running' || sandbox.kind === 'starting';
  const doing = async (work: () => Promise<boolean>) => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  return (
    <section className={styles.panel} aria-label="Sandbox">
      <FlaskConical className={styles.icon} aria-hidden="true" />
      <p className={styles.text}>{words(sandbox.kind, connected)}</p>
      {connected ? (
        <Button
          busy={busy || sandbox.kind === 'starting'}
          onClick={() => void doing(on ? stopSandbox : startSandbox)}
        >
          {on ? 'Stop the sandbox' : 'Start the sandbox'}
        </Button>
      ) : (
        <Button busy={busy || sandbox.kind === 'starting'} onClick={() => void doing(openSandboxOrTell)}>
          Open the sandbox
        </Button>
      )}
    </section>
  );
}

function words(kind: ReturnType<typeof useSandbox>['kind'], connected: boolean): string {
  if (!connected)
    return 'The sandbox has three invented workspaces on this machine, to try everything without risk.';
  switch (kind) {
    case 'running':
      return 'The sandbox is running. Stopping it shows what being offline is like: its workspaces cannot be reached, and you go on reading your copies.';
    case 'starting':
      return 'The sandbox is starting.';
    case 'stopped':
      return 'The sandbox is stopped: its workspaces are offline, and you are reading your copies of them.';
    case 'failed':
      return 'The sandbox could not be started. Its workspaces are offline, and you are reading your copies of them.';
  }
}
