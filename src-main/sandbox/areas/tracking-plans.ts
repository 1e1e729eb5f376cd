import { TRACKING_PLAN_TYPES } from '../state/resources';
import { invalid } from '../wire/api-error';
import type { Call } from '../wire/call';

/** GET `/tracking-plans`, of one type or of all. */
export function listTrackingPlans(call: Call) {
  const type = call.query.text('type');
  if (type !== undefined && !TRACKING_PLAN_TYPES.some((each) => each === type)) {
    throw invalid('type', `must be one of ${TRACKING_PLAN_TYPES.join(', ')}`);
  }
  const plans = call.workspace.trackingPlans.list();
  const { rows, pagination } = call.page(
    type === undefined ? plans : plans.filter((plan) => plan.type === type),
  );
  return { trackingPlans: rows, pagination };
}
