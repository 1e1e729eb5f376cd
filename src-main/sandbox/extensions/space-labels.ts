import { spaceTarget } from '../areas/audit-targets';
import { spaceView } from '../areas/spaces';
import { labelsAfterWrite } from '../rules/labels';
import type { Label } from '../state/label';
import type { Space } from '../state/resources';
import { notFound } from '../wire/api-error';
import type { Call } from '../wire/call';

/** GET `/gatehouse/spaces`: the spaces with their labels. */
export function listLabelledSpaces(call: Call) {
  const { rows, pagination } = call.page(call.workspace.spaces.list());
  return { spaces: rows.map((space) => ({ ...spaceView(space), labels: space.labels })), pagination };
}

function findSpace({ workspace, param }: Call): Space {
  const space = workspace.spaces.get(param('spaceId'));
  if (space === undefined) throw notFound('there is no such space in this workspace');
  return space;
}

function setLabels(call: Call, space: Space, labels: readonly Label[]) {
  space.labels = labels;
  call.record('Space Modified', spaceTarget(space));
  return { labels };
}

/** POST `/gatehouse/spaces/{spaceId}/labels`: adds existing labels; answers all labels of the space. */
export function addSpaceLabels(call: Call) {
  const space = findSpace(call);
  return setLabels(call, space, labelsAfterWrite(call.workspace, space.labels, call.body));
}

/** PUT `/gatehouse/spaces/{spaceId}/labels`: the whole list anew. */
export function replaceSpaceLabels(call: Call) {
  const space = findSpace(call);
  return setLabels(call, space, labelsAfterWrite(call.workspace, null, call.body));
}
