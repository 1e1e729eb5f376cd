import type { Subject } from '@contract/inspect';
import type { LabelRow } from '@contract/lists';
import type { SnapshotSummary } from '@contract/workspaces';
import { CircleHelp, Tags } from 'lucide-react';
import { useMemo } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { ListScreen } from '../../components/list/ListScreen';
import { useLook } from '../../components/list/look-memory';
import { ReadWorkspace } from '../../components/list/ReadWorkspace';
import { unknownReason } from '../../components/list/unknown-reasons';
import { useSettled } from '../../components/list/use-settled';
import { useWindowedList } from '../../components/list/use-windowed-list';
import { usePolicyTrouble } from '../../stores/policy';
import { labelColumns } from './label-columns';
import styles from './labels.module.css';
import { labelsLook } from './labels-look';

/** The labels of the workspace by key, and how often each is worn and granted. */
export function LabelsScreen() {
  return (
    <ReadWorkspace title="Labels">
      {(workspaceKey, snapshot) => <LabelsList workspaceKey={workspaceKey} snapshot={snapshot} />}
    </ReadWorkspace>
  );
}

function LabelsList({ workspaceKey, snapshot }: { workspaceKey: string; snapshot: SnapshotSummary }) {
  const [look, change] = useLook(labelsLook, workspaceKey);
  const text = useSettled(look.text);
  const list = useWindowedList('labels', { key: workspaceKey, text, sort: look.sort }, snapshot.fingerprint);
  const trouble = usePolicyTrouble(workspaceKey);
  const columns = useMemo(() => labelColumns(snapshot, trouble), [snapshot, trouble]);
  const spacesUnknown = snapshot.unknowns.some(({ subject }) => subject === 'spaceLabels');
  return (
    <ListScreen
      title="Labels"
      things="labels"
      workspaceKey={workspaceKey}
      list={list}
      look={look}
      onLook={change}
      columns={columns}
      subjectOf={labelSubject}
      begins={isOtherKey}
      filters={spacesUnknown ? <SpacesUnknown reason={unknownReason(snapshot, 'spaceLabels')} /> : undefined}
      empty={
        <EmptyState icon={<Tags />} title="No labels">
          Labels such as environment:prod sort sources and spaces, and grants can be limited to them.
        </EmptyState>
      }
      noMatch={`No label matches “${text.trim()}”`}
      onClear={() => change({ text: '' })}
    />
  );
}

/** Said once above the list, so that the rows need not repeat it. */
function SpacesUnknown({ reason }: { reason: string }) {
  return (
    <p className={styles.unknown}>
      <CircleHelp aria-hidden />
      <span>Which spaces carry a label is unknown: {reason}</span>
    </p>
  );
}

function labelSubject(row: LabelRow): Subject {
  return { kind: 'label', id: `${row.key}:${row.value}` };
}

function isOtherKey(row: LabelRow, before: LabelRow | undefined): boolean {
  return before === undefined || before.key !== row.key;
}
