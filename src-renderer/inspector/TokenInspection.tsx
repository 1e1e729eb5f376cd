import type { Inspection } from '@contract/inspect';
import { Button } from '../components/Button';
import { Notice } from '../components/Notice';
import { RelativeTime } from '../components/RelativeTime';
import { whyNotManage } from '../screens/tokens/may-manage';
import { openTokenDialog } from '../screens/tokens/token-dialogs';
import { useSelectedWorkspace } from '../stores/selected-workspace';
import { Facts } from './Facts';
import styles from './inspector.module.css';
import { Section } from './Section';

/** A Public API token: what is known of it, and the way to revoke it. Never its secret. */
export function TokenInspection({ of: { row } }: { of: Extract<Inspection, { kind: 'token' }> }) {
  const { key, snapshot } = useSelectedWorkspace();
  const whyNot = snapshot === null ? 'Nothing of this workspace has been read yet.' : whyNotManage(snapshot);
  return (
    <>
      <Facts
        facts={[
          { word: 'Role', value: `Workspace ${row.role}` },
          { word: 'Type', value: row.type },
          { word: 'Created by', value: row.createdBy },
          { word: 'Created', value: <RelativeTime at={row.createdAt} /> },
        ]}
      />
      {row.ours ? <Notice tone="info">Gatehouse itself uses this token for this workspace.</Notice> : null}
      <Section title="Revoke">
        <p className={styles.meaning}>
          {whyNot ?? 'Programs that use it stop working at once. It cannot be brought back.'}
        </p>
        <div>
          <Button
            variant="danger"
            disabled={whyNot !== null}
            onClick={() => openTokenDialog({ kind: 'revoke', workspaceKey: key, token: row })}
          >
            Revoke this token…
          </Button>
        </div>
      </Section>
    </>
  );
}
