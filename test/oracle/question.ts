import type { ResourceType } from '@contract/snapshot';

/** R11: the actions that every resource has. */
export const resourceActions = ['view', 'edit', 'delete', 'viewPii', 'downloadPii'];
/** R11: the actions that sources have besides. */
export const sourceActions = [
  'viewWriteKey',
  'viewDebugger',
  'viewSchema',
  'editSchema',
  'viewTransformations',
  'editTransformations',
  'editLabels',
];
/** R11: the actions that spaces have besides. */
export const spaceActions = [
  'editLabels',
  'viewUnify',
  'editUnify',
  'viewEngage',
  'editEngage',
  'editSettings',
  'connectEngageDestination',
  'attachDestinationToEngageFeature',
];
/** R11: the actions on the workspace as a whole. */
export const workspaceActions = [
  'manageAccess',
  'manageLabels',
  'createToken',
  'viewAuditTrail',
  'openPrivacyPortal',
  'editIdentitySettings',
  'editEndUserPrivacy',
  'viewEntities',
  'editEntities',
  'createSource',
  'createFunction',
];

/** What a question is about: nothing in particular (the workspace), one resource, or two. */
export type Key = { type: ResourceType; id: string };

/** Whether an action may be asked of these targets at all. */
export function applies(action: string, targets: Key[]): boolean {
  const [first, second] = targets;
  if (first === undefined) return workspaceActions.includes(action);
  if (second !== undefined) return action === 'connect';
  if (resourceActions.includes(action)) return true;
  if (first.type === 'SOURCE') return sourceActions.includes(action);
  if (first.type === 'SPACE') return spaceActions.includes(action);
  return false;
}
