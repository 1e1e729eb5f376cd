import type { MatrixView } from '@contract/matrix';
import { useEffect, useState } from 'react';
import { call } from '../../api/bridge';
import { ToggleChip } from '../../components/list/ToggleChip';
import { SegmentedControl } from '../../components/SegmentedControl';
import { PanelPart } from './Panel';
import styles from './panel.module.css';

/** Labels that are read for their keys, and how many at once. */
const MOST_LABELS = 5000;
const STEP = 500;

/** In which order rows and columns stand, and which of them become one. */
export function ArrangePanel({
  workspaceKey,
  view,
  onView,
}: {
  workspaceKey: string;
  view: MatrixView;
  onView: (patch: Partial<MatrixView>) => void;
}) {
  const keys = useLabelKeys(workspaceKey);
  const who = view.principals === 'members' ? 'Members' : 'Groups';
  return (
    <div className={styles.parts}>
      <PanelPart title={`${who} by`}>
        <SegmentedControl
          label={`${who} by`}
          value={view.sortPrincipals}
          options={[
            { value: 'name', label: 'Name' },
            { value: 'reach', label: 'Reach' },
          ]}
          onChange={(sortPrincipals) => onView({ sortPrincipals })}
        />
      </PanelPart>
      <PanelPart title="Resources by">
        <SegmentedControl
          label="Resources by"
          value={view.sortResources}
          options={[
            { value: 'name', label: 'Name' },
            { value: 'reach', label: 'Reach' },
            { value: 'labels', label: 'Labels' },
          ]}
          onChange={(sortResources) => onView({ sortResources })}
        />
      </PanelPart>
      <PanelPart title="Same access" meaning={`${who} whose access is the same become one line.`}>
        <div className={styles.chips}>
          <ToggleChip on={view.alike} onToggle={() => onView({ alike: !view.alike })}>
            Put alike together
          </ToggleChip>
        </div>
      </PanelPart>
      <PanelPart
        title="Fold resources"
        meaning="One line for each value of a label key: all, some or none of its resources."
      >
        <div className={styles.chips}>
          {keys.map((key) => (
            <ToggleChip
              key={key}
              on={view.foldBy === key}
              onToggle={() => onView({ foldBy: view.foldBy === key ? null : key, open: [] })}
            >
              {key}
            </ToggleChip>
          ))}
          {keys.length === 0 ? <p className={styles.meaning}>No labels are known.</p> : null}
        </div>
      </PanelPart>
    </div>
  );
}

/** The keys of the labels of the workspace, by name. */
function useLabelKeys(workspaceKey: string): readonly string[] {
  const [keys, setKeys] = useState<readonly string[]>([]);
  useEffect(() => {
    let wanted = true;
    void labelKeys(workspaceKey).then((found) => {
      if (wanted) setKeys(found);
    });
    return () => {
      wanted = false;
    };
  }, [workspaceKey]);
  return keys;
}

async function labelKeys(key: string): Promise<string[]> {
  const keys = new Set<string>();
  try {
    for (let offset = 0; offset < MOST_LABELS; offset += STEP) {
      const { rows, matched } = await call('lists.labels', {
        key,
        text: '',
        sort: null,
        offset,
        limit: STEP,
      });
      for (const row of rows) keys.add(row.key);
      if (offset + STEP >= matched) break;
    }
  } catch {
    // Without the list of labels there is nothing to fold by, which the pane says.
  }
  return [...keys].sort((one, other) => one.localeCompare(other, 'en'));
}
