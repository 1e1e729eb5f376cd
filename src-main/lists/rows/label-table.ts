import type { LabelRow } from '@contract/lists';
import type { LabelRef } from '@contract/snapshot';
import type { ReachCounts } from '../reach-counts';
import type { WorkspaceFacts } from '../relations/facts';
import { labelId } from '../relations/subject-ids';
import { createTable, type Table } from '../table';

export type LabelColumn = 'label' | 'sources' | 'grants' | 'people';
export type LabelTable = Table<LabelRow, LabelColumn>;

/** Every label there is: of the workspace's list, and any that only a resource or a grant has. */
function allLabels(facts: WorkspaceFacts): { label: LabelRef; description: string }[] {
  const labels = new Map<string, { label: LabelRef; description: string }>();
  for (const label of facts.snapshot.labels) {
    labels.set(labelId(label), { label, description: label.description ?? '' });
  }
  const add = (label: LabelRef) => {
    const id = labelId(label);
    if (!labels.has(id)) labels.set(id, { label, description: '' });
  };
  for (const resource of facts.snapshot.resources) {
    if (resource.type === 'SOURCE' || resource.type === 'SPACE') resource.labels?.forEach(add);
  }
  for (const { grant } of facts.grants().all) {
    if (grant.scope.kind === 'labels') grant.scope.labels.forEach(add);
  }
  return [...labels.values()];
}

/** The labels with where they are used. Grants that could not be read are not counted. */
export function createLabelTable(facts: WorkspaceFacts, counts: ReachCounts): LabelTable {
  const resources = facts.resources();
  const held = facts.grants();
  const spacesHidden = resources.hiddenSpaceLabels || facts.unknowns.whole('spaces') !== null;
  const rows = allLabels(facts).map(({ label, description }): LabelRow => {
    const id = labelId(label);
    const carrying = resources.carrying(id);
    const naming = held.namingLabel(id);
    const sources = carrying.filter(({ type }) => type === 'SOURCE').length;
    const memberGrants = naming.filter(({ holder }) => holder.kind === 'member').length;
    return {
      key: label.key,
      value: label.value,
      description,
      sources,
      spaces: spacesHidden ? null : carrying.length - sources,
      memberGrants,
      groupGrants: naming.length - memberGrants,
      people: null,
    };
  });
  return createTable({
    rows,
    idOf: labelId,
    // The value stands by itself too, so that `prod` is the beginning of a field.
    searched: (row) => [labelId(row), row.value, row.description],
    columns: {
      label: { by: 'text', of: labelId },
      sources: { by: 'number', of: (row) => row.sources },
      grants: { by: 'number', of: (row) => row.memberGrants + row.groupGrants },
      people: { by: 'number', of: (row) => counts.peopleOf(labelId(row)), asOf: counts.current },
    },
    first: 'label',
    complete: (row) => ({ ...row, people: counts.peopleOf(labelId(row)) }),
  });
}
