import type { WorkspaceView } from '@contract/workspaces';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { ContextMenu } from '../../components/Menu';
import { Monogram } from '../../components/Monogram';
import { DOT_WORDS } from '../../components/StateDot';
import { Tooltip } from '../../components/Tooltip';
import { useNow } from '../../components/use-now';
import { goToWorkspace, useScreen, useSelectedKey } from '../../stores/navigation';
import { isAcross } from '../../stores/screen-names';
import { movedBy, movedTo } from '../../stores/workspace-order';
import { standingOf } from '../../stores/workspace-state';
import { currentWorkspaces, useWorkspaces } from '../../stores/workspaces';
import { reorderWorkspaces } from '../actions';
import { workspaceMenu } from '../workspace-menu';
import styles from './Rail.module.css';

/** What a dragged tile carries: its key, which means nothing to any other program. */
const CARRIED = 'application/x-gatehouse-workspace';

/** The workspace's name, with the identity where it is connected under more than one. */
function useTileName({ key, id, name, email }: WorkspaceView): string {
  const twice = useWorkspaces().some((other) => other.id === id && other.key !== key);
  return twice ? `${name} as ${email}` : name;
}

/** One workspace in the rail. Drag, Alt+Up and Alt+Down, and its menu move it. */
export function WorkspaceTile({
  workspace,
  index,
  onMoved,
}: {
  workspace: WorkspaceView;
  /** Its place, from 0. */
  index: number;
  /** Hears in words where it went. */
  onMoved: (words: string) => void;
}) {
  const { key } = workspace;
  const name = useTileName(workspace);
  const now = useNow();
  const screen = useScreen();
  const chosen = useSelectedKey() === key && !isAcross(screen);
  const [over, setOver] = useState(false);
  const standing = standingOf(workspace, now);

  const order = (keys: string[], moved: string) => {
    void reorderWorkspaces(keys).then((done) => {
      if (done) onMoved(`${name} is now ${keys.indexOf(moved) + 1} of ${keys.length}.`);
    });
  };
  const keysNow = () => currentWorkspaces().map((each) => each.key);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    order(movedBy(keysNow(), key, event.key === 'ArrowUp' ? -1 : 1), key);
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(CARRIED)) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const carried = event.dataTransfer.getData(CARRIED);
    if (carried !== '' && carried !== key) order(movedTo(keysNow(), carried, key), carried);
  };

  return (
    <ContextMenu items={workspaceMenu(workspace)}>
      <span className={styles.tile}>
        <Tooltip
          text={`${name}: ${DOT_WORDS[standing]}`}
          side="right"
          {...(index < 9 ? { keys: `mod+${index + 1}` } : {})}
        >
          <button
            type="button"
            draggable
            className={styles.place}
            data-drop={over || undefined}
            aria-current={chosen ? 'true' : undefined}
            aria-label={`${name}, ${DOT_WORDS[standing]}`}
            onClick={() => goToWorkspace(key)}
            onKeyDown={onKeyDown}
            onDragStart={(event) => {
              event.dataTransfer.setData(CARRIED, key);
              event.dataTransfer.effectAllowed = 'move';
            }}
            onDragOver={onDragOver}
            onDragLeave={() => setOver(false)}
            onDrop={onDrop}
          >
            <Monogram name={name} id={workspace.id} state={standing} />
            <span className={styles.name}>{name}</span>
          </button>
        </Tooltip>
      </span>
    </ContextMenu>
  );
}
