import { type ResourceType, resourceTypeSchema } from '@contract/snapshot';
import { type Action, actionSchema } from './role-schema';

const everyType = resourceTypeSchema.options;

/**
 * What each action is asked about: `workspace` stands alone, `pair` is about two
 * resources, and the rest is about one resource of the listed kinds.
 */
export const actionTargets: Record<Action, 'workspace' | 'pair' | readonly ResourceType[]> = {
  view: everyType,
  edit: everyType,
  delete: everyType,
  viewWriteKey: ['SOURCE'],
  viewDebugger: ['SOURCE'],
  viewSchema: ['SOURCE'],
  editSchema: ['SOURCE'],
  viewTransformations: ['SOURCE'],
  editTransformations: ['SOURCE'],
  editLabels: ['SOURCE', 'SPACE'],
  viewPii: everyType,
  downloadPii: everyType,
  viewUnify: ['SPACE'],
  editUnify: ['SPACE'],
  viewEngage: ['SPACE'],
  editEngage: ['SPACE'],
  editSettings: ['SPACE'],
  connect: 'pair',
  connectEngageDestination: ['SPACE'],
  attachDestinationToEngageFeature: ['SPACE'],
  manageAccess: 'workspace',
  manageLabels: 'workspace',
  createToken: 'workspace',
  viewAuditTrail: 'workspace',
  openPrivacyPortal: 'workspace',
  editIdentitySettings: 'workspace',
  editEndUserPrivacy: 'workspace',
  viewEntities: 'workspace',
  editEntities: 'workspace',
  createSource: 'workspace',
  createFunction: 'workspace',
};

/** The actions that stand alone, in the order of the catalogue. */
export const workspaceActions: readonly Action[] = actionSchema.options.filter(
  (action) => actionTargets[action] === 'workspace',
);
