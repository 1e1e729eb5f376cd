import type { Source, Warehouse } from '../state/resources';
import { notFound } from '../wire/api-error';
import type { Call } from '../wire/call';
import { warehouseTarget } from './audit-targets';
import { sourceView } from './sources';
import { warehouseView } from './warehouse-view';

function findWarehouse({ workspace, param }: Call): Warehouse {
  const warehouse = workspace.warehouses.get(param('warehouseId'));
  if (warehouse === undefined) throw notFound('there is no such warehouse in this workspace');
  return warehouse;
}

function findSource({ workspace, param }: Call): Source {
  const source = workspace.sources.get(param('sourceId'));
  if (source === undefined) throw notFound('there is no such source in this workspace');
  return source;
}

/** GET `/warehouses` */
export function listWarehouses(call: Call) {
  const { rows, pagination } = call.page(call.workspace.warehouses.list());
  return { warehouses: rows.map((warehouse) => warehouseView(call, warehouse)), pagination };
}

/** GET `/warehouses/{warehouseId}` */
export function getWarehouse(call: Call) {
  return { warehouse: warehouseView(call, findWarehouse(call)) };
}

/** GET `/warehouses/{warehouseId}/connected-sources` */
export function listConnectedSources(call: Call) {
  const { rows, pagination } = call.page([...findWarehouse(call).sourceIds]);
  const sources = rows.map((id) => call.workspace.sources.get(id)).filter((source) => source !== undefined);
  return { sources: sources.map((source) => sourceView(call, source)), pagination };
}

/** POST `/warehouses/{warehouseId}/connected-sources/{sourceId}`: connecting twice changes nothing. */
export function connectSource(call: Call) {
  const warehouse = findWarehouse(call);
  warehouse.sourceIds.add(findSource(call).id);
  call.record('Storage Destination Modified', warehouseTarget(warehouse));
  return { status: 'CONNECTED' };
}

/** DELETE `/warehouses/{warehouseId}/connected-sources/{sourceId}`: 404 when they are not connected. */
export function disconnectSource(call: Call) {
  const warehouse = findWarehouse(call);
  if (!warehouse.sourceIds.delete(findSource(call).id)) throw notFound('the source is not connected');
  call.record('Storage Destination Modified', warehouseTarget(warehouse));
  return { status: 'SUCCESS' };
}
