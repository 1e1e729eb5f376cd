import { FUNCTION_TYPES } from '../state/resources';
import { invalid } from '../wire/api-error';
import type { Call } from '../wire/call';

/** GET `/functions` of one required type. Its first cursor is `MQ==`, as in Segment's samples. */
export function listFunctions(call: Call) {
  const type = call.query.text('resourceType');
  if (!FUNCTION_TYPES.some((each) => each === type)) {
    throw invalid('resourceType', `must be one of ${FUNCTION_TYPES.join(', ')}`);
  }
  const functions = call.workspace.functions.list().filter((item) => item.resourceType === type);
  const { rows, pagination } = call.page(functions, { total: false, firstCursor: 1 });
  return { functions: rows, pagination };
}
