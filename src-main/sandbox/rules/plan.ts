import type { RoleKind } from '../state/role';
import type { Feature, Plan, WorkspaceState } from '../state/workspace-state';
import { ApiError, invalid, notFound } from '../wire/api-error';

/** How many labels beside Dev and Prod a Free or Team workspace may have; Business has no limit. */
export const CUSTOM_LABELS_BELOW_BUSINESS = 5;

const FEATURE_NAMES: Readonly<Record<Feature, string>> = {
  groups: 'user groups',
  auditTrail: 'the audit trail',
  spaces: 'Unify and Engage',
  functions: 'Functions',
  trackingPlans: 'Protocols',
};

/** The lists whose absence is told with 422; the others say 404. Segment documents neither, so clients meet both. */
const TOLD_WITH_422: ReadonlySet<Feature> = new Set(['functions', 'trackingPlans']);

/** Throws when the workspace has not the feature that an endpoint is about. */
export function requireFeature(workspace: WorkspaceState, feature: Feature): void {
  if (workspace.features.has(feature)) return;
  const message = `this workspace does not have ${FEATURE_NAMES[feature]}`;
  if (TOLD_WITH_422.has(feature)) throw new ApiError(422, [{ type: 'FeatureNotAvailable', message }]);
  throw notFound(message);
}

/**
 * Whether a plan can grant the role. Free and Team: Workspace Owner and Source
 * Admin only. Segment's pages contradict each other here; this is the stricter one.
 */
export function planGrants(plan: Plan, role: RoleKind): boolean {
  return plan === 'business' || role === 'owner' || role === 'sourceAdmin';
}

/** Narrowing a grant by labels is for the Business plan. */
export function planHasLabelGrants(plan: Plan): boolean {
  return plan === 'business';
}

/** Throws 422 when one more custom label is too many for the plan. */
export function requireRoomForLabel(workspace: WorkspaceState, customLabels: number): void {
  if (workspace.plan === 'business' || customLabels < CUSTOM_LABELS_BELOW_BUSINESS) return;
  throw invalid(
    'label',
    `this plan has at most ${CUSTOM_LABELS_BELOW_BUSINESS} labels beside environment:dev and environment:prod`,
  );
}
