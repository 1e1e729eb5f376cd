import { Plus, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { HiddenText } from '../../components/HiddenText';
import { IconButton } from '../../components/IconButton';
import { Tooltip } from '../../components/Tooltip';
import { openDialog } from '../../stores/dialogs';
import { goToScreen, useScreen } from '../../stores/navigation';
import { useWorkspaces } from '../../stores/workspaces';
import { ACROSS_SCREENS, SCREEN_ENTRIES } from '../screen-entries';
import styles from './Rail.module.css';
import { ScreenNav } from './ScreenNav';
import { WorkspaceTile } from './WorkspaceTile';

/** The left rail: the workspaces, and below them the screens. */
export function Rail() {
  const workspaces = useWorkspaces();
  const screen = useScreen();
  const [moved, setMoved] = useState('');
  return (
    <div className={styles.rail}>
      <nav aria-label="Workspaces" className={styles.workspaces}>
        <ul>
          {ACROSS_SCREENS.map((name) => {
            const { word, icon, letter } = SCREEN_ENTRIES[name];
            return (
              <li key={name}>
                <Tooltip text={word} keys={`G ${letter}`} side="right">
                  <button
                    type="button"
                    className={styles.place}
                    aria-label={word}
                    aria-current={screen === name ? 'page' : undefined}
                    disabled={name !== 'overview' && workspaces.length === 0}
                    onClick={() => goToScreen(name)}
                  >
                    <span className={styles.all} aria-hidden="true">
                      {icon}
                    </span>
                    <span className={styles.name}>{word}</span>
                  </button>
                </Tooltip>
              </li>
            );
          })}
          {workspaces.map((workspace, index) => (
            <li key={workspace.key}>
              <WorkspaceTile workspace={workspace} index={index} onMoved={setMoved} />
            </li>
          ))}
          <li>
            <button
              type="button"
              className={styles.place}
              aria-label="Add a workspace"
              title="Add a workspace"
              onClick={() => openDialog({ kind: 'addWorkspace' })}
            >
              <span className={styles.add} aria-hidden="true">
                <Plus />
              </span>
              <span className={styles.name}>Add a workspace</span>
            </button>
          </li>
        </ul>
        <HiddenText>
          <span role="status">{moved}</span>
        </HiddenText>
      </nav>
      <ScreenNav />
      <div className={styles.foot}>
        <IconButton label="Settings" onClick={() => openDialog({ kind: 'settings' })}>
          <Settings2 />
        </IconButton>
        <IconButton label="All keys" keys="?" onClick={() => openDialog({ kind: 'keys' })}>
          <span className={styles.question}>?</span>
        </IconButton>
      </div>
    </div>
  );
}
