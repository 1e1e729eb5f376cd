import type { AccessSource, MatrixView } from '@contract/matrix';
import type { ResourceType } from '@contract/snapshot';
import { useCallback } from 'react';
import { call } from '../../api/bridge';
import { labelText } from '../../components/list/label-text';
import { RESOURCE_KINDS, RESOURCE_TYPES } from '../../components/list/resource-kinds';
import { ToggleChip } from '../../components/list/ToggleChip';
import { LEVEL_FILTERS, SOURCE_WORDS } from './matrix-filters';
import { PanelPart } from './Panel';
import { PickOne } from './PickOne';
import styles from './panel.module.css';

/** As many as fit without scrolling; typing narrows them. */
const OFFERED = 6;

const LEVELS: readonly NonNullable<MatrixView['level']>[] = [
  'admin',
  'read',
  'none',
  'unknown',
  'pii',
  'ownerOnly',
];
const HOW_HELD: readonly AccessSource[] = ['direct', 'group'];
const HOW_SCOPED: readonly AccessSource[] = ['labels', 'list', 'all'];

/** Everything that narrows the matrix, but for the two searches. */
export function FilterPanel({
  workspaceKey,
  view,
  onView,
  onGroup,
}: {
  workspaceKey: string;
  view: MatrixView;
  onView: (patch: Partial<MatrixView>) => void;
  onGroup: (id: string, name: string) => void;
}) {
  const findLabels = useCallback(
    async (text: string) => {
      const { rows } = await call('lists.labels', {
        key: workspaceKey,
        text,
        sort: null,
        offset: 0,
        limit: OFFERED,
      });
      return rows.map((row) => ({ id: labelText(row), name: labelText(row) }));
    },
    [workspaceKey],
  );
  const findGroups = useCallback(
    async (text: string) => {
      const { rows } = await call('lists.groups', {
        key: workspaceKey,
        text,
        sort: null,
        offset: 0,
        limit: OFFERED,
      });
      return rows.map(({ id, name }) => ({ id, name }));
    },
    [workspaceKey],
  );
  const { types, level, sources } = view;
  const toggleType = (type: ResourceType) => onView({ types: toggled(types, type) });
  const toggleSource = (source: AccessSource) => onView({ sources: toggled(sources, source) });
  const source = (each: AccessSource) => (
    <ToggleChip key={each} on={sources.includes(each)} onToggle={() => toggleSource(each)}>
      {SOURCE_WORDS[each]}
    </ToggleChip>
  );
  return (
    <div className={styles.parts}>
      <PanelPart title="Kinds of resources">
        <div className={styles.chips}>
          {RESOURCE_TYPES.map((type) => {
            const { many, icon: Icon } = RESOURCE_KINDS[type];
            return (
              <ToggleChip
                key={type}
                on={types.includes(type)}
                icon={<Icon aria-hidden />}
                onToggle={() => toggleType(type)}
              >
                {many}
              </ToggleChip>
            );
          })}
        </div>
      </PanelPart>
      <PanelPart title="Somewhere in the line" meaning="Only rows and columns in which some cell is so.">
        <div className={styles.chips}>
          {LEVELS.map((each) => (
            <ToggleChip
              key={each}
              on={level === each}
              onToggle={() => onView({ level: level === each ? null : each })}
            >
              {LEVEL_FILTERS[each]}
            </ToggleChip>
          ))}
        </div>
      </PanelPart>
      <PanelPart title="Where the access comes from" meaning="Only access that such grants give.">
        <div className={styles.chips}>{HOW_HELD.map(source)}</div>
        <div className={styles.chips}>{HOW_SCOPED.map(source)}</div>
      </PanelPart>
      <div className={styles.pair}>
        <PanelPart title="Label of the resource">
          <PickOne
            label="Find a label"
            find={findLabels}
            onPick={({ id }) => onView({ label: labelOf(id) })}
          />
        </PanelPart>
        {view.principals === 'members' ? (
          <PanelPart title="Members of a group">
            <PickOne label="Find a group" find={findGroups} onPick={({ id, name }) => onGroup(id, name)} />
          </PanelPart>
        ) : null}
      </div>
    </div>
  );
}

function toggled<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
}

function labelOf(text: string) {
  const colon = text.indexOf(':');
  return { key: text.slice(0, colon), value: text.slice(colon + 1) };
}
