import type { Space } from '../state/resources';
import { notFound } from '../wire/api-error';
import type { Call } from '../wire/call';

/** A space as the Public API shows it: without labels. */
export function spaceView({ id, slug, name }: Space) {
  return { id, slug, name };
}

/** GET `/spaces` */
export function listSpaces(call: Call) {
  const { rows, pagination } = call.page(call.workspace.spaces.list());
  return { spaces: rows.map(spaceView), pagination };
}

/** GET `/spaces/{spaceId}` */
export function getSpace(call: Call) {
  const space = call.workspace.spaces.get(call.param('spaceId'));
  if (space === undefined) throw notFound('there is no such space in this workspace');
  return { space: spaceView(space) };
}
