import { z } from 'zod';
import { type Label, type LabelRef, labelText } from '../state/label';
import type { WorkspaceState } from '../state/workspace-state';
import { Problems } from '../wire/api-error';
import { parseInput } from '../wire/input';

/** Segment's rule: begins with a letter, then letters, digits and hyphens. */
const LABEL_PART = /^[A-Za-z][A-Za-z0-9-]*$/;

const labelPart = z
  .string()
  .max(255)
  .regex(LABEL_PART, 'must begin with a letter and hold letters, digits and hyphens only');

/** A label to be made. */
export const newLabelSchema = z.object({
  key: labelPart,
  value: labelPart,
  description: z.string().max(1000).optional(),
});

/** A label that is named in a request. Whether it exists is checked afterwards. */
export const labelRefSchema = z.object({ key: z.string().min(1), value: z.string().min(1) });

/** The places where a label stands, in words; empty when it can be deleted. */
export function usesOfLabel(workspace: WorkspaceState, label: LabelRef): string[] {
  const text = labelText(label);
  const worn = (labels: readonly LabelRef[]): boolean => labels.some((each) => labelText(each) === text);
  const holders = [
    { word: 'sources', rows: workspace.sources.list().map((row) => worn(row.labels)) },
    { word: 'spaces', rows: workspace.spaces.list().map((row) => worn(row.labels)) },
    ...[
      { word: 'members', rows: workspace.users.list() },
      { word: 'groups', rows: workspace.groups.list() },
      { word: 'invites', rows: workspace.invites.list() },
    ].map(({ word, rows }) => ({
      word,
      rows: rows.map((row) => row.grants.some(({ scope }) => scope.kind === 'labels' && worn(scope.labels))),
    })),
  ];
  return holders
    .map(({ word, rows }) => ({ word, count: rows.filter(Boolean).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`);
}

/**
 * Looks up the labels that a request names: each must exist, and no key may
 * have two values. Repetitions of one label count once.
 */
export function findLabels(
  workspace: WorkspaceState,
  refs: readonly LabelRef[],
  field: string,
  problems: Problems,
): Label[] {
  const found = new Map<string, Label>();
  refs.forEach((ref, index) => {
    const label = workspace.labels.get(labelText(ref));
    if (label === undefined) {
      problems.add(`${field}.${index}`, `the label ${labelText(ref)} does not exist`);
      return;
    }
    const other = found.get(label.key);
    if (other !== undefined && other.value !== label.value) {
      problems.add(`${field}.${index}`, `${label.key} already has the value ${other.value} here`);
      return;
    }
    found.set(label.key, label);
  });
  return [...found.values()];
}

const labelsBodySchema = z.object({ labels: z.array(labelRefSchema) });

/**
 * The labels of a resource after a write: `present` with the body's added, or
 * the body's alone when `present` is null. 422 for a label that does not exist
 * and for a key that would have two values.
 */
export function labelsAfterWrite(
  workspace: WorkspaceState,
  present: readonly Label[] | null,
  body: unknown,
): Label[] {
  const refs = parseInput(labelsBodySchema, body).labels;
  const problems = new Problems();
  const named = findLabels(workspace, refs, 'labels', problems);
  const byKey = new Map((present ?? []).map((label) => [label.key, label]));
  for (const label of named) {
    const other = byKey.get(label.key);
    if (other !== undefined && other.value !== label.value) {
      const index = refs.findIndex((ref) => labelText(ref) === labelText(label));
      problems.add(`labels.${index}`, `the resource already carries ${labelText(other)}`);
    }
    byKey.set(label.key, label);
  }
  problems.throwIfAny();
  return [...byKey.values()];
}
