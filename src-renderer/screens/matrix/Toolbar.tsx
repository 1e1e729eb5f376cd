import type { MatrixView } from '@contract/matrix';
import { ArrowDownUp, ListFilter, Rows3 } from 'lucide-react';
import { Button } from '../../components/Button';
import { countText } from '../../components/list/counts';
import { SearchField } from '../../components/list/SearchField';
import { SegmentedControl } from '../../components/SegmentedControl';
import { ArrangePanel } from './ArrangePanel';
import { FilterChips } from './FilterChips';
import { FilterPanel } from './FilterPanel';
import { chipsOf } from './matrix-filters';
import type { MatrixLook } from './matrix-look';
import { Panel } from './Panel';
import styles from './toolbar.module.css';
import type { OpenedMatrix } from './use-open-matrix';

/** The top of the matrix: what it shows, of how much, and everything that narrows and arranges it. */
export function Toolbar({
  workspaceKey,
  look,
  opened,
  onLook,
  onView,
  onDown,
}: {
  workspaceKey: string;
  look: MatrixLook;
  /** The latest answer; `null` before the first. */
  opened: OpenedMatrix | null;
  onLook: (patch: Partial<MatrixLook>) => void;
  onView: (patch: Partial<MatrixView>) => void;
  /** The admin goes on from a search into the grid. */
  onDown: () => void;
}) {
  const { view, pivot } = look;
  const chips = chipsOf(view, look.groupName);
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <h1 className={styles.title}>Matrix</h1>
        <span className={styles.count} role="status">
          {opened === null ? '' : sizeWords(view, opened)}
        </span>
        <div className={styles.searches}>
          <SearchField
            label={`Search ${view.principals}`}
            text={view.principalText}
            onText={(principalText) => onView({ principalText })}
            onDown={onDown}
          />
          <SearchField
            label="Search resources"
            text={view.resourceText}
            onText={(resourceText) => onView({ resourceText })}
            onDown={onDown}
          />
        </div>
      </div>
      <div className={styles.tools}>
        <SegmentedControl
          label="Rows of"
          value={view.principals}
          options={[
            { value: 'members', label: 'Members' },
            { value: 'groups', label: 'Groups' },
          ]}
          onChange={(principals) =>
            onView({ principals, ...(principals === 'groups' ? { groupId: null } : {}) })
          }
        />
        <Panel
          label="Filter"
          content={
            <FilterPanel
              workspaceKey={workspaceKey}
              view={view}
              onView={onView}
              onGroup={(groupId, groupName) => {
                onLook({ groupName });
                onView({ groupId });
              }}
            />
          }
        >
          <Button icon={<ListFilter aria-hidden />}>Filter</Button>
        </Panel>
        <Panel
          label="Arrange"
          content={<ArrangePanel workspaceKey={workspaceKey} view={view} onView={onView} />}
        >
          <Button icon={<Rows3 aria-hidden />}>Arrange</Button>
        </Panel>
        <Button
          aria-pressed={pivot}
          icon={<ArrowDownUp aria-hidden />}
          onClick={() => onLook({ pivot: !pivot })}
        >
          Swap axes
        </Button>
        <FilterChips chips={chips} view={view} onView={onView} />
      </div>
    </header>
  );
}

/** `203 members × 38 of 304 resources`. */
export function sizeWords(
  view: MatrixView,
  { principals, resources }: Pick<OpenedMatrix, 'principals' | 'resources'>,
): string {
  return `${shownOf(principals)} ${view.principals} × ${shownOf(resources)} resources`;
}

function shownOf({ shown, of }: { shown: number; of: number }): string {
  return shown === of ? countText(of) : `${countText(shown)} of ${countText(of)}`;
}
