import type { ListType } from './grant';

/** What a role is, independent of how a workspace spells its name. */
export type RoleKind =
  | 'owner'
  | 'member'
  | 'minimal'
  | 'sourceAdmin'
  | 'sourceRead'
  | 'engageAdmin'
  | 'engageRead'
  | 'engageUser'
  | 'functionAdmin'
  | 'functionRead'
  | 'trackingPlanAdmin'
  | 'trackingPlanRead'
  | 'warehouseAdmin'
  | 'warehouseRead'
  | 'privacyAdmin'
  | 'identityAdmin'
  | 'entitiesAdmin'
  | 'entitiesRead'
  | 'piiAccess'
  | 'custom';

/** A role as `GET /roles` shows it, and the scopes that it takes. */
export interface Role {
  readonly id: string;
  readonly kind: RoleKind;
  readonly name: string;
  readonly description: string;
  /** The type that a list may hold; null when the role takes no list. */
  readonly listType: ListType | null;
  /** Whether the role can be narrowed by labels (sources and spaces only). */
  readonly labels: boolean;
}

/** A role before a workspace gives it an id. */
export type RoleDefinition = Omit<Role, 'id'>;

function define(
  kind: RoleKind,
  name: string,
  description: string,
  listType: ListType | null = null,
  labels = false,
): RoleDefinition {
  return { kind, name, description, listType, labels };
}

/**
 * The roles that Segment's documentation names, with the scopes it gives them:
 * sources and spaces by list or label, functions and warehouses by list,
 * everything else only for the whole workspace.
 */
export const ROLE_DEFINITIONS: readonly RoleDefinition[] = [
  define('owner', 'Workspace Owner', 'Full read and edit access to everything in the workspace.'),
  define('member', 'Workspace Member', 'Access to what other roles give.'),
  define('minimal', 'Minimal Workspace Access', 'May open the workspace and see nothing in it.'),
  define('sourceAdmin', 'Source Admin', 'Edit access to assigned sources.', 'SOURCE', true),
  define('sourceRead', 'Source Read-only', 'Read access to assigned sources.', 'SOURCE', true),
  define('engageAdmin', 'Unify and Engage Admin', 'Edit access to assigned spaces.', 'SPACE', true),
  define('engageRead', 'Unify and Engage Read-only', 'Read access to assigned spaces.', 'SPACE', true),
  define(
    'engageUser',
    'Unify Read-only, Engage User',
    'Read access to Unify and edit access to Engage in assigned spaces.',
    'SPACE',
    true,
  ),
  define('functionAdmin', 'Function Admin', 'Edit access to assigned functions.', 'FUNCTION'),
  define('functionRead', 'Function Read-only', 'Read access to assigned functions.', 'FUNCTION'),
  define('trackingPlanAdmin', 'Tracking Plan Admin', 'Edit access to all tracking plans.'),
  define('trackingPlanRead', 'Tracking Plan Read-only', 'Read access to all tracking plans.'),
  define(
    'warehouseAdmin',
    'Warehouse Destination Admin',
    'Edit access to warehouses and their settings.',
    'WAREHOUSE',
  ),
  define(
    'warehouseRead',
    'Warehouse Destination Read-only',
    'Read access to warehouses and their settings.',
    'WAREHOUSE',
  ),
  define('privacyAdmin', 'End User Privacy Admin', 'Edit access to deletion and suppression of end users.'),
  define('identityAdmin', 'Identity Admin', 'Edit access to the identity settings of Unify.'),
  define('entitiesAdmin', 'Entities Admin', 'Edit access to entities.'),
  define('entitiesRead', 'Entities Read-only', 'Read access to entities.'),
  define('piiAccess', 'PII Access', 'Unmasks personal data in whatever the person reaches.'),
];
