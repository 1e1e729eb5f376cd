import type { Change, Edit } from '@contract/changes';
import type { Snapshot } from '@contract/snapshot';
import { type EditPlan, type Impossible, impossible } from './edit-plan';
import { applyEdit, inverseOf } from './edits';
import { grantEdits } from './grant-edits';
import { groupEdits } from './group-edits';
import { labelEdits } from './label-edits';
import { memberEdits } from './member-edits';
import { resourceEdits } from './resource-edits';

/** A snapshot after a change, or why the change cannot be applied to it. */
export type Applied =
  | { readonly kind: 'applied'; readonly snapshot: Snapshot; readonly inverse: Change }
  | Impossible;

function planOf(snapshot: Snapshot, change: Change): EditPlan {
  switch (change.kind) {
    case 'addGrant':
    case 'removeGrant':
    case 'setGrants':
      return grantEdits(snapshot, change);
    case 'addToGroup':
    case 'removeFromGroup':
    case 'createGroup':
    case 'renameGroup':
    case 'deleteGroup':
      return groupEdits(snapshot, change);
    case 'createLabel':
    case 'deleteLabel':
    case 'addLabel':
    case 'removeLabel':
      return labelEdits(snapshot, change);
    case 'invite':
    case 'revokeInvite':
    case 'acceptInvite':
    case 'addMember':
    case 'removeMember':
      return memberEdits(snapshot, change);
    case 'addResource':
    case 'removeResource':
      return resourceEdits(snapshot, change);
    case 'restore':
      return { kind: 'edits', edits: change.edits };
  }
}

/**
 * Applies a change to a snapshot without touching it. What did not change is the
 * same object as before. Impossible is what makes no sense (no such group) or what could
 * not be read; whether Segment would accept the change is another question, see `judgeChange`.
 * The fingerprint and the counts of what was read stay those of the base.
 */
export function apply(snapshot: Snapshot, change: Change): Applied {
  const plan = planOf(snapshot, change);
  if (plan.kind === 'impossible') return plan;
  let after = snapshot;
  for (const edit of plan.edits) {
    const next = applyEdit(after, edit);
    if (next === null) return impossible(`the entry of ${edit.collection} at ${edit.at} is not as expected`);
    after = next;
  }
  const inverse: Edit[] = inverseOf(plan.edits);
  return { kind: 'applied', snapshot: after, inverse: { kind: 'restore', edits: inverse } };
}
