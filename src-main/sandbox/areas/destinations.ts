import type { Destination } from '../state/resources';
import { notFound } from '../wire/api-error';
import type { Call } from '../wire/call';

/** A destination as the API shows it. Access to it follows from its source. */
export function destinationView(destination: Destination) {
  const { id, name, enabled, metadata, sourceId, settings } = destination;
  return { id, name, enabled, metadata, sourceId, settings };
}

/** GET `/destinations` */
export function listDestinations(call: Call) {
  const { rows, pagination } = call.page(call.workspace.destinations.list());
  return { destinations: rows.map(destinationView), pagination };
}

/** GET `/destinations/{destinationId}` */
export function getDestination(call: Call) {
  const destination = call.workspace.destinations.get(call.param('destinationId'));
  if (destination === undefined) throw notFound('there is no such destination in this workspace');
  return { destination: destinationView(destination) };
}
