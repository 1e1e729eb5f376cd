import type { LabelRef, Resource } from '@contract/snapshot';
import { labelsOf } from '../policy/changes/label-edits';
import { keyText, labelText } from '../policy/world/columns';
import { counted, labelWords } from './change-words';
import { pathOf } from './requests';
import { type Drafting, itemsWhere, type Sketch, type Sketched } from './sketch';

const WRITES = {
  SOURCE: { kind: 'sourceLabels', template: '/sources/{id}/labels' },
  SPACE: { kind: 'spaceLabels', template: '/gatehouse/spaces/{id}/labels' },
} as const;

/** The labels that grants, invites and resources name with the draft, as far as they can be seen. */
function labelsInUse({ drafted, items }: Drafting): Set<string> {
  const used = new Set<string>();
  const use = (labels: readonly LabelRef[]) => {
    for (const label of labels) used.add(labelText(label));
  };
  const invited = items.flatMap(({ change }) => (change.kind === 'invite' ? change.grants : []));
  const held = [...drafted.members, ...drafted.groups].flatMap(({ grants }) => grants ?? []);
  for (const { scope } of [...held, ...invited]) if (scope.kind === 'labels') use(scope.labels);
  for (const resource of drafted.resources) use(labelsOf(resource) ?? []);
  return used;
}

function createdAndDeleted(drafting: Drafting): Sketched {
  const { base, drafted } = drafting;
  const sketches: Sketch[] = [];
  const present = new Set(base.labels.map(labelText));
  const remaining = new Set(drafted.labels.map(labelText));
  const about = (text: string, kind: 'createLabel' | 'deleteLabel') =>
    itemsWhere(drafting, (change) => change.kind === kind && labelText(change.label) === text);
  for (const label of drafted.labels) {
    const text = labelText(label);
    if (present.has(text)) continue;
    const { description, key, value } = label;
    sketches.push({
      phase: 'createLabel',
      target: { kind: 'label', id: text, name: text },
      words: `Create the label ${text}`,
      items: about(text, 'createLabel'),
      method: 'POST',
      path: '/labels',
      template: '/labels',
      limited: true,
      body: { label: { ...(description === undefined ? {} : { description }), key, value } },
      before: { kind: 'label', label: null },
      after: { kind: 'label', label },
      confirm: null,
      owners: null,
    });
  }
  const used = labelsInUse(drafting);
  const stillUsed = base.labels.map(labelText).filter((text) => !remaining.has(text) && used.has(text));
  for (const label of base.labels) {
    const text = labelText(label);
    if (remaining.has(text) || used.has(text)) continue;
    sketches.push({
      phase: 'deleteLabel',
      target: { kind: 'label', id: text, name: text },
      words: `Delete the label ${text}`,
      items: about(text, 'deleteLabel'),
      method: 'DELETE',
      path: pathOf('/labels/{key}/{value}', label.key, label.value),
      template: '/labels/{key}/{value}',
      limited: true,
      body: null,
      before: { kind: 'label', label },
      after: { kind: 'label', label: null },
      confirm: { why: 'This deletes a label.', phrase: text },
      owners: null,
    });
  }
  // Creation comes first and deletion last: a label cannot be made anew under the same name.
  const again = [...remaining].filter((text) => present.has(text) && about(text, 'deleteLabel').length > 0);
  const leftOut = again.map((text) => ({
    items: [...about(text, 'deleteLabel'), ...about(text, 'createLabel')],
    reason: `The label ${text} cannot be deleted and made again in one go. Apply the deletion first.`,
  }));
  const inUse = stillUsed.map((text) => ({
    items: about(text, 'deleteLabel'),
    reason: `The label ${text} would still be in use, and Segment deletes no label that is.`,
  }));
  return { sketches, leftOut: [...leftOut, ...inUse] };
}

function relabelling(drafting: Drafting, before: Resource, after: Resource): Sketch | null {
  const had = labelsOf(before);
  const has = labelsOf(after);
  if (had === has || had === null || has === null || had === undefined || has === undefined) return null;
  if (before.type !== 'SOURCE' && before.type !== 'SPACE') return null;
  const added = has.filter((label) => !had.some((each) => labelText(each) === labelText(label)));
  const taken = had.filter((label) => !has.some((each) => labelText(each) === labelText(label)));
  if (added.length + taken.length === 0) return null;
  const { kind, template } = WRITES[before.type];
  const whole = taken.length > 0;
  const bare = ({ key, value }: LabelRef) => ({ key, value });
  const key = keyText(before);
  const parts = [
    ...(added.length > 0 ? [`put on ${added.map(labelWords).join(', ')}`] : []),
    ...(taken.length > 0 ? [`take off ${taken.map(labelWords).join(', ')}`] : []),
  ];
  const what = before.type === 'SOURCE' ? 'source' : 'space';
  return {
    phase: whole ? 'replaceLabels' : 'addLabels',
    target: { kind, id: before.id, name: before.name },
    words: whole
      ? `Write the whole list of ${counted(has.length, 'label')} of the ${what} ${before.name}: ${parts.join('; ')}`
      : `Add ${counted(added.length, 'label')} to the ${what} ${before.name}`,
    items: itemsWhere(
      drafting,
      (change) =>
        (change.kind === 'addLabel' || change.kind === 'removeLabel') && keyText(change.resource) === key,
    ),
    method: whole ? 'PUT' : 'POST',
    path: pathOf(template, before.id),
    template,
    limited: false,
    body: { labels: (whole ? has : added).map(bare) },
    before: { kind: 'labels', labels: had },
    after: { kind: 'labels', labels: has },
    confirm: null,
    owners: null,
  };
}

/** Labels made, put on, taken off and deleted. */
export function labelSteps(drafting: Drafting): Sketched {
  const after = new Map(drafting.drafted.resources.map((resource) => [keyText(resource), resource]));
  const worn = drafting.base.resources.flatMap((resource) => {
    const other = after.get(keyText(resource));
    if (other === undefined || other === resource) return [];
    return relabelling(drafting, resource, other) ?? [];
  });
  const made = createdAndDeleted(drafting);
  return { sketches: [...made.sketches, ...worn], leftOut: made.leftOut };
}
