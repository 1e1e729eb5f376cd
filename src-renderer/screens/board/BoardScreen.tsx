import type { RoleRow } from '@contract/lists';
import type { SnapshotSummary } from '@contract/workspaces';
import { Plus } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { call } from '../../api/bridge';
import { Button } from '../../components/Button';
import { ReadWorkspace } from '../../components/list/ReadWorkspace';
import { Menu } from '../../components/Menu';
import { Notice } from '../../components/Notice';
import { DragLayer } from '../../drag/DragLayer';
import { cancelDrag } from '../../drag/session';
import { applyingChanges, useDraft } from '../../stores/draft';
import { chooseNothing, useDragStore } from '../../stores/drag';
import styles from './board.module.css';
import { type Board, BoardContext } from './board-context';
import { newMenu } from './change-menu';
import { LabelsColumn } from './LabelsColumn';
import { lanesOf } from './lanes';
import { PrincipalsColumn } from './PrincipalsColumn';
import { ResourcesColumn } from './ResourcesColumn';
import { createShelf, useAnswer } from './use-answer';

const shelf = createShelf<RoleRow[]>();
const NONE: RoleRow[] = [];

async function allRoles(key: string): Promise<RoleRow[]> {
  const { rows } = await call('lists.roles', { key, text: '', sort: null, offset: 0, limit: 500 });
  return rows;
}

/** Labels, principals and resources side by side: access changes by dragging labels, and by menus. */
export function BoardScreen() {
  return (
    <ReadWorkspace title="Labels board">
      {(workspaceKey, snapshot) => <BoardOf workspaceKey={workspaceKey} snapshot={snapshot} />}
    </ReadWorkspace>
  );
}

function BoardOf({ workspaceKey, snapshot }: { workspaceKey: string; snapshot: SnapshotSummary }) {
  const { fingerprint } = snapshot;
  const draft = useDraft(workspaceKey);
  const changes = applyingChanges(draft);
  const roles = useAnswer(shelf, `${workspaceKey} ${fingerprint}`, () => allRoles(workspaceKey));
  const rows = roles.kind === 'known' ? roles.value : NONE;
  const board = useMemo<Board>(
    () => ({ workspaceKey, fingerprint, lanes: lanesOf(rows), changes }),
    [workspaceKey, fingerprint, rows, changes],
  );
  const carriesWorn = useDragStore(({ held }) => held.kind === 'held' && held.load.home !== null);
  useEffect(
    () => () => {
      cancelDrag();
      chooseNothing();
    },
    [],
  );
  return (
    <section className={styles.screen} aria-label="Labels board">
      <header className={styles.head}>
        <h1 className={styles.title}>Labels board</h1>
        <span className={styles.lead}>who has which role where, by labels</span>
        <Menu align="end" items={newMenu(workspaceKey)}>
          <Button icon={<Plus />}>New…</Button>
        </Menu>
      </header>
      {roles.kind === 'failed' ? <Notice tone="error">{roles.failure.message}</Notice> : null}
      {roles.kind === 'known' && board.lanes.length === 0 ? (
        <Notice tone="warning">
          None of the five roles that take labels is among the roles of this workspace, so there are no lanes
          to drop on.
        </Notice>
      ) : null}
      <BoardContext value={board}>
        <div className={styles.columns} data-carries-worn={carriesWorn || undefined}>
          <LabelsColumn />
          <PrincipalsColumn />
          <ResourcesColumn />
        </div>
        <DragLayer />
      </BoardContext>
    </section>
  );
}
