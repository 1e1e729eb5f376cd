import { z } from 'zod';
import { newLabelSchema, usesOfLabel } from '../rules/labels';
import { requireRoomForLabel } from '../rules/plan';
import { isDefaultLabel, type Label, labelText } from '../state/label';
import { conflict, notFound } from '../wire/api-error';
import type { Call } from '../wire/call';
import { parseInput } from '../wire/input';
import { labelTarget } from './audit-targets';

const labelBodySchema = z.object({ label: newLabelSchema });

/** GET `/labels`: all at once, not paginated. */
export function listLabels({ workspace }: Call) {
  return { labels: workspace.labels.list() };
}

/** POST `/labels` */
export function createLabel(call: Call) {
  const { key, value, description } = parseInput(labelBodySchema, call.body).label;
  const label: Label = description === undefined ? { key, value } : { key, value, description };
  const { labels } = call.workspace;
  if (labels.has(labelText(label))) throw conflict(`the label ${labelText(label)} exists already`);
  requireRoomForLabel(call.workspace, labels.list().filter((each) => !isDefaultLabel(each)).length);
  labels.add(label);
  call.record('Label Created', labelTarget(label));
  return { label };
}

/** DELETE `/labels/{key}/{value}`: refused while the label is used anywhere. */
export function deleteLabel(call: Call) {
  const label = call.workspace.labels.get(`${call.param('key')}:${call.param('value')}`);
  if (label === undefined) throw notFound('there is no such label in this workspace');
  const uses = usesOfLabel(call.workspace, label);
  if (uses.length > 0) throw conflict(`${labelText(label)} is in use: ${uses.join(', ')}`);
  if (isDefaultLabel(label)) throw conflict(`${labelText(label)} belongs to every workspace`);
  call.workspace.labels.delete(labelText(label));
  call.record('Label Deleted', labelTarget(label));
  return { status: 'SUCCESS' };
}
