import type { ListPage } from '@contract/lists';
import type { LabelRef } from '@contract/snapshot';
import type { SnapshotSummary } from '@contract/workspaces';
import { Boxes } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { ListScreen } from '../../components/list/ListScreen';
import { useLook } from '../../components/list/look-memory';
import { ReadWorkspace } from '../../components/list/ReadWorkspace';
import { RESOURCE_KINDS } from '../../components/list/resource-kinds';
import { useSettled } from '../../components/list/use-settled';
import { useWindowedList } from '../../components/list/use-windowed-list';
import { Notice } from '../../components/Notice';
import { usePolicyTrouble } from '../../stores/policy';
import { ResourceFilters } from './ResourceFilters';
import { resourceColumns } from './resource-columns';
import { resourceSubject } from './resource-subject';
import styles from './resources.module.css';
import { ALL_RESOURCES, type ResourcesLook, resourcesLook } from './resources-look';

/** Everything that access can be granted to or follows from: six kinds of resources. */
export function ResourcesScreen() {
  return (
    <ReadWorkspace title="Resources">
      {(workspaceKey, snapshot) => <ResourcesList workspaceKey={workspaceKey} snapshot={snapshot} />}
    </ReadWorkspace>
  );
}

function ResourcesList({ workspaceKey, snapshot }: { workspaceKey: string; snapshot: SnapshotSummary }) {
  const [look, change] = useLook(resourcesLook, workspaceKey);
  const text = useSettled(look.text);
  const list = useWindowedList(
    'resources',
    { key: workspaceKey, text, sort: look.sort, types: look.types, label: look.label },
    snapshot.fingerprint,
  );
  const onLabel = useCallback((label: LabelRef) => change({ label }), [change]);
  const trouble = usePolicyTrouble(workspaceKey);
  const columns = useMemo(() => resourceColumns(snapshot, trouble, onLabel), [snapshot, trouble, onLabel]);
  const head = list.view.kind === 'shown' ? list.view.head : null;
  return (
    <ListScreen
      title="Resources"
      things="resources"
      workspaceKey={workspaceKey}
      list={list}
      look={look}
      onLook={change}
      columns={columns}
      subjectOf={resourceSubject}
      filters={<ResourceFilters look={look} onLook={change} head={head} />}
      partial={head !== null && head.unreadable.length > 0}
      banner={head === null ? null : <UnreadableKinds head={head} />}
      empty={
        <EmptyState icon={<Boxes />} title="No resources">
          This workspace has no sources, destinations, warehouses, spaces, tracking plans or functions.
        </EmptyState>
      }
      noMatch={noMatch(text, look)}
      onClear={() => change(ALL_RESOURCES)}
    />
  );
}

/** Kinds that could not be read are missing from the list, which has to be said. */
function UnreadableKinds({ head }: { head: ListPage<'resources'> }) {
  if (head.unreadable.length === 0) return null;
  return (
    <Notice tone="info" placement="banner">
      <ul className={styles.unreadable}>
        {head.unreadable.map(({ type, reason }) => (
          <li key={type}>{reason}</li>
        ))}
      </ul>
    </Notice>
  );
}

function noMatch(text: string, { types, label }: ResourcesLook): string {
  const only = types.length === 1 ? types[0] : undefined;
  const what = only === undefined ? 'resource' : RESOURCE_KINDS[only].one.toLowerCase();
  const carrying = label === null ? '' : ` with ${label.key}:${label.value}`;
  const search = text.trim();
  return search === '' ? `No ${what}${carrying} here` : `No ${what}${carrying} matches “${search}”`;
}
