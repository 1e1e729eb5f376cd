import type { Warehouse } from '../state/resources';
import type { Call } from '../wire/call';

/** A warehouse as the API shows it; it has no name of its own. */
export function warehouseView({ workspace }: Call, warehouse: Warehouse) {
  const { id, metadata, enabled, settings } = warehouse;
  return { id, metadata, workspaceId: workspace.id, enabled, settings };
}
