import type { Subject } from '@contract/inspect';
import type { TokenRow } from '@contract/lists';
import type { SnapshotSummary } from '@contract/workspaces';
import { KeyRound, Plus } from 'lucide-react';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { ListScreen } from '../../components/list/ListScreen';
import { useLook } from '../../components/list/look-memory';
import { ReadWorkspace } from '../../components/list/ReadWorkspace';
import { useSettled } from '../../components/list/use-settled';
import { useWindowedList } from '../../components/list/use-windowed-list';
import { useSelectedWorkspace } from '../../stores/selected-workspace';
import { whyNotManage } from './may-manage';
import { TokenDialogs } from './TokenDialogs';
import { TokensUnknown } from './TokensUnknown';
import { tokenColumns } from './token-columns';
import { openTokenDialog } from './token-dialogs';
import styles from './tokens.module.css';
import { tokensLook } from './tokens-look';

/** The Public API tokens of the workspace, where it shows them. */
export function TokensScreen() {
  return (
    <ReadWorkspace title="Tokens">
      {(workspaceKey, snapshot) => <TokensList workspaceKey={workspaceKey} snapshot={snapshot} />}
    </ReadWorkspace>
  );
}

function TokensList({ workspaceKey, snapshot }: { workspaceKey: string; snapshot: SnapshotSummary }) {
  const { slug } = useSelectedWorkspace();
  const [look, change] = useLook(tokensLook, workspaceKey);
  const text = useSettled(look.text);
  const list = useWindowedList('tokens', { key: workspaceKey, text, sort: look.sort }, snapshot.fingerprint);
  const readable = list.view.kind === 'shown' && list.view.head.unknown === null;
  const whyNot = whyNotManage(snapshot);
  return (
    <>
      <ListScreen
        title="Tokens"
        things="tokens"
        workspaceKey={workspaceKey}
        list={list}
        look={look}
        onLook={change}
        columns={tokenColumns}
        subjectOf={tokenSubject}
        actions={
          readable ? (
            <Button
              icon={<Plus aria-hidden />}
              disabled={whyNot !== null}
              onClick={() => openTokenDialog({ kind: 'create', workspaceKey })}
            >
              Create token
            </Button>
          ) : undefined
        }
        filters={
          readable ? (
            <p className={styles.why}>
              {whyNot ?? 'A token lets a program use the Public API. Select one to see more or to revoke it.'}
            </p>
          ) : undefined
        }
        unreadable={(reason) => <TokensUnknown reason={reason} workspaceKey={workspaceKey} slug={slug} />}
        empty={
          <EmptyState icon={<KeyRound />} title="No tokens">
            No program can use the Public API of this workspace.
          </EmptyState>
        }
        noMatch={`No token matches “${text.trim()}”`}
        onClear={() => change({ text: '' })}
      />
      <TokenDialogs />
    </>
  );
}

function tokenSubject(row: TokenRow): Subject {
  return { kind: 'token', id: row.id };
}
