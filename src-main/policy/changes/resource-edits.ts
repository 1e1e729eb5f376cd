import type { Change } from '@contract/changes';
import type { Snapshot } from '@contract/snapshot';
import { isSameResource, keyText } from '../world/columns';
import { type EditPlan, edits, impossible } from './edit-plan';

/** Resources made and deleted. A list that names a deleted one goes on naming it. */
export function resourceEdits(
  { resources }: Snapshot,
  change: Extract<Change, { kind: 'addResource' | 'removeResource' }>,
): EditPlan {
  const key = keyText(change.resource);
  const at = resources.findIndex((each) => isSameResource(each, change.resource));
  const before = resources[at];
  if (change.kind === 'addResource') {
    if (before !== undefined) return impossible(`there is a resource \`${key}\` already`);
    return edits({ collection: 'resources', at: resources.length, before: null, after: change.resource });
  }
  if (before === undefined) return impossible(`there is no resource \`${key}\``);
  return edits({ collection: 'resources', at, before, after: null });
}
