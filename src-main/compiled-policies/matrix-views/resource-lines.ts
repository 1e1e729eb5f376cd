import type { MatrixView } from '@contract/matrix';
import type { ReachCount } from '@contract/reach-count';
import type { LabelRef, Resource } from '@contract/snapshot';
import { compareIds, compareNames } from '../../lists/collation';
import type { WorkspaceFacts } from '../../lists/relations/facts';
import { labelId } from '../../lists/relations/subject-ids';
import type { Policy } from '../../policy/policy';
import { hasWords } from './principals';

/** A resource that a view may show. */
export interface ShownResource {
  readonly resource: Resource;
  readonly name: string;
  /** Its column in the policy. */
  readonly column: number;
  /** The labels that decide: its own, of a destination its source's; `null` where they cannot be seen. */
  readonly labels: readonly LabelRef[] | null;
}

/** A line of resources: one, or a fold of those with one value of a label. */
export type ResourceLine =
  | { readonly kind: 'resource'; readonly shown: ShownResource }
  | {
      readonly kind: 'fold';
      readonly id: string;
      readonly value: string | null;
      readonly open: boolean;
      readonly members: readonly ShownResource[];
    };

/** The resources that a view may show, each once, and how many there are without its filters. */
export function resourcesOf(
  policy: Policy,
  facts: WorkspaceFacts,
  { types, label, resourceText }: Pick<MatrixView, 'types' | 'label' | 'resourceText'>,
): { readonly shown: ShownResource[]; readonly of: number } {
  const { list, positions } = policy.matrix.world.columns;
  const { byId } = facts.resources();
  const labelsOf = (resource: Resource): readonly LabelRef[] | null => {
    if (resource.type === 'SOURCE' || resource.type === 'SPACE') return resource.labels;
    if (resource.type !== 'DESTINATION') return [];
    const source = byId.get(`SOURCE:${resource.sourceId}`);
    return source?.type === 'SOURCE' ? source.labels : null;
  };
  const all = list.flatMap((_, column): ShownResource[] => {
    const resource = policy.snapshot.resources[positions[column] ?? -1];
    if (resource === undefined) return [];
    const name = resource.name === '' ? resource.id : resource.name;
    return [{ resource, name, column, labels: labelsOf(resource) }];
  });
  const wanted = new Set(types);
  const shown = all.filter(
    ({ resource, name, labels }) =>
      (wanted.size === 0 || wanted.has(resource.type)) &&
      (label === null || labels === null || labels.some((each) => labelId(each) === labelId(label))) &&
      (resourceText.trim() === '' || hasWords(name, resourceText)),
  );
  return { shown, of: all.length };
}

/** Puts resources in order: by name, by who reaches them, or as the engine has them (by kind and labels). */
export function orderResources(
  shown: readonly ShownResource[],
  sort: MatrixView['sortResources'],
  reach: ReadonlyMap<number, ReachCount>,
): ShownResource[] {
  const byName = (one: ShownResource, other: ShownResource) =>
    compareNames(one.name, other.name) || compareIds(one.resource.id, other.resource.id);
  const people = ({ column }: ShownResource) => {
    const { read = 0, admin = 0 } = reach.get(column) ?? {};
    return read + admin;
  };
  switch (sort) {
    case 'name':
      return [...shown].sort(byName);
    case 'reach':
      return [...shown].sort((one, other) => people(other) - people(one) || byName(one, other));
    case 'labels':
      return [...shown].sort((one, other) => one.column - other.column);
  }
}

/** The lines of ordered resources: one each, or folded by a label key. */
export function resourceLines(
  ordered: readonly ShownResource[],
  { foldBy, open }: Pick<MatrixView, 'foldBy' | 'open'>,
): ResourceLine[] {
  if (foldBy === null) return ordered.map((shown) => ({ kind: 'resource', shown }));
  const folds = new Map<string, { value: string | null; members: ShownResource[] }>();
  const put = (id: string, value: string | null, shown: ShownResource) => {
    const known = folds.get(id);
    if (known === undefined) folds.set(id, { value, members: [shown] });
    else known.members.push(shown);
  };
  for (const shown of ordered) {
    const values = shown.labels?.filter(({ key }) => key === foldBy);
    if (values === undefined) put('unknown', null, shown);
    else if (values.length === 0) put('none', null, shown);
    for (const { value } of values ?? []) put(`=${value}`, value, shown);
  }
  const rank = (id: string) => (id === 'none' ? 1 : id === 'unknown' ? 2 : 0);
  const opened = new Set(open);
  return [...folds]
    .sort(([one], [other]) => rank(one) - rank(other) || compareNames(one, other))
    .flatMap(([id, { value, members }]): ResourceLine[] => [
      { kind: 'fold', id, value, open: opened.has(id), members },
      ...(opened.has(id) ? members.map((shown): ResourceLine => ({ kind: 'resource', shown })) : []),
    ]);
}
