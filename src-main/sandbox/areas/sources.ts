import { labelsAfterWrite } from '../rules/labels';
import type { Label } from '../state/label';
import type { Source } from '../state/resources';
import { notFound } from '../wire/api-error';
import type { Call } from '../wire/call';
import { sourceTarget } from './audit-targets';
import { destinationView } from './destinations';
import { warehouseView } from './warehouse-view';

function findSource({ workspace, param }: Call): Source {
  const source = workspace.sources.get(param('sourceId'));
  if (source === undefined) throw notFound('there is no such source in this workspace');
  return source;
}

/** A source. Write keys are for source admins: a Workspace Member's token gets none. */
export function sourceView({ workspace, token }: Call, source: Source) {
  return {
    id: source.id,
    slug: source.slug,
    name: source.name,
    metadata: source.metadata,
    workspaceId: workspace.id,
    enabled: source.enabled,
    writeKeys: token.role === 'Owner' ? source.writeKeys : [],
    settings: source.settings,
    labels: source.labels,
  };
}

/** GET `/sources` */
export function listSources(call: Call) {
  const { rows, pagination } = call.page(call.workspace.sources.list());
  return { sources: rows.map((source) => sourceView(call, source)), pagination };
}

/** GET `/sources/{sourceId}` */
export function getSource(call: Call) {
  const source = findSource(call);
  return { source: sourceView(call, source), trackingPlanId: source.trackingPlanId };
}

/** GET `/sources/{sourceId}/connected-destinations` */
export function listConnectedDestinations(call: Call) {
  const source = findSource(call);
  const { rows, pagination } = call.page(
    call.workspace.destinations.list().filter((destination) => destination.sourceId === source.id),
  );
  return { destinations: rows.map(destinationView), pagination };
}

/** GET `/sources/{sourceId}/connected-warehouses` */
export function listConnectedWarehouses(call: Call) {
  const source = findSource(call);
  const { rows, pagination } = call.page(
    call.workspace.warehouses.list().filter((warehouse) => warehouse.sourceIds.has(source.id)),
  );
  return { warehouses: rows.map((warehouse) => warehouseView(call, warehouse)), pagination };
}

function setLabels(call: Call, source: Source, labels: readonly Label[]) {
  source.labels = labels;
  call.record('Source Modified', sourceTarget(source));
  return { labels };
}

/** POST `/sources/{sourceId}/labels`: adds existing labels; answers all labels of the source. */
export function addSourceLabels(call: Call) {
  const source = findSource(call);
  return setLabels(call, source, labelsAfterWrite(call.workspace, source.labels, call.body));
}

/** PUT `/sources/{sourceId}/labels`: the whole list anew. */
export function replaceSourceLabels(call: Call) {
  const source = findSource(call);
  return setLabels(call, source, labelsAfterWrite(call.workspace, null, call.body));
}
