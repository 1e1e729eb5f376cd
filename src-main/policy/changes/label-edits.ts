import type { Change } from '@contract/changes';
import type { LabelRef, Resource, Snapshot } from '@contract/snapshot';
import { isSameResource, keyText, labelText } from '../world/columns';
import { type EditPlan, edits, impossible, unseen } from './edit-plan';

type LabelChange = Extract<Change, { kind: 'createLabel' | 'deleteLabel' | 'addLabel' | 'removeLabel' }>;

/** The labels of a resource: `null` cannot be seen, `undefined` its kind carries none. */
export function labelsOf(resource: Resource): LabelRef[] | null | undefined {
  return resource.type === 'SOURCE' || resource.type === 'SPACE' ? resource.labels : undefined;
}

function relabelled(resource: Resource, labels: LabelRef[]): Resource {
  switch (resource.type) {
    case 'SOURCE':
    case 'SPACE':
      return { ...resource, labels };
    case 'DESTINATION':
    case 'WAREHOUSE':
    case 'TRACKING_PLAN':
    case 'FUNCTION':
      return resource;
  }
}

/** Changes of the workspace's labels and of the labels on a resource. */
export function labelEdits(snapshot: Snapshot, change: LabelChange): EditPlan {
  const text = labelText(change.label);
  const same = (label: LabelRef) => labelText(label) === text;
  switch (change.kind) {
    case 'createLabel':
      if (snapshot.labels.some(same)) return impossible(`there is a label \`${text}\` already`);
      return edits({
        collection: 'labels',
        at: snapshot.labels.length,
        before: null,
        after: change.label,
      });
    case 'deleteLabel': {
      const at = snapshot.labels.findIndex(same);
      const before = snapshot.labels[at];
      if (before === undefined) return impossible(`there is no label \`${text}\``);
      return edits({ collection: 'labels', at, before, after: null });
    }
    case 'addLabel':
    case 'removeLabel': {
      const key = keyText(change.resource);
      const at = snapshot.resources.findIndex((each) => isSameResource(each, change.resource));
      const before = snapshot.resources[at];
      if (before === undefined) return impossible(`there is no resource \`${key}\``);
      const labels = labelsOf(before);
      if (labels === undefined) return impossible(`a ${before.type} carries no labels`);
      if (labels === null) return unseen(`the labels of \`${key}\` cannot be seen`);
      const worn = labels.some(same);
      if (change.kind === 'removeLabel') {
        if (!worn) return impossible(`\`${key}\` does not carry \`${text}\``);
        const after = relabelled(
          before,
          labels.filter((label) => !same(label)),
        );
        return edits({ collection: 'resources', at, before, after });
      }
      if (worn) return edits();
      const { key: labelKey, value } = change.label;
      const after = relabelled(before, [...labels, { key: labelKey, value }]);
      return edits({ collection: 'resources', at, before, after });
    }
  }
}
