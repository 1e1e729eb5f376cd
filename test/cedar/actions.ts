import type { ResourceType } from '@contract/snapshot';

/** What can be asked of every resource (R11). */
const OF_RESOURCES = ['view', 'edit', 'delete', 'viewPii', 'downloadPii'] as const;
const OF_SOURCES = [
  'viewWriteKey',
  'viewDebugger',
  'viewSchema',
  'editSchema',
  'viewTransformations',
  'editTransformations',
  'editLabels',
] as const;
const OF_SPACES = [
  'editLabels',
  'viewUnify',
  'editUnify',
  'viewEngage',
  'editEngage',
  'editSettings',
  'connectEngageDestination',
  'attachDestinationToEngageFeature',
] as const;
const OF_PAIRS = ['connect'] as const;
const OF_WORKSPACE = [
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
] as const;

/** The actions of SPEC. */
export type ActionName =
  | (typeof OF_RESOURCES)[number]
  | (typeof OF_SOURCES)[number]
  | (typeof OF_SPACES)[number]
  | (typeof OF_PAIRS)[number]
  | (typeof OF_WORKSPACE)[number];

/** Every action once. */
export const ACTIONS: readonly ActionName[] = [
  ...new Set<ActionName>([...OF_RESOURCES, ...OF_SOURCES, ...OF_SPACES, ...OF_PAIRS, ...OF_WORKSPACE]),
];

/** A resource by type and id. */
export interface Key {
  readonly type: ResourceType;
  readonly id: string;
}

/** R11: the actions of the workspace (no target), of one resource, or of two. */
export function actionsOn([first, second]: readonly Key[]): readonly ActionName[] {
  if (first === undefined) return OF_WORKSPACE;
  if (second !== undefined) return OF_PAIRS;
  if (first.type === 'SOURCE') return [...OF_RESOURCES, ...OF_SOURCES];
  return first.type === 'SPACE' ? [...OF_RESOURCES, ...OF_SPACES] : OF_RESOURCES;
}
