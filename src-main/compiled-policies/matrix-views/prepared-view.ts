import type { MatrixView } from '@contract/matrix';
import { lazy } from '../../lists/lazy';
import type { HeldPolicy } from '../held-policy';
import { type Counted, countCells, linesWith, noReach } from './counting-cells';
import { orderPrincipals, type PrincipalLine, principalLines } from './principal-lines';
import { principalsOf } from './principals';
import { orderResources, type ResourceLine, resourceLines, resourcesOf } from './resource-lines';
import type { ShownPolicies } from './shown-policies';
import { masksOf, type StripMasks } from './strip-masks';

/** A view with its lines in order. */
export interface PreparedView {
  readonly held: HeldPolicy;
  readonly view: MatrixView;
  readonly policies: ShownPolicies;
  readonly principals: readonly PrincipalLine[];
  readonly resources: readonly ResourceLine[];
  readonly shown: { readonly principals: number; readonly resources: number };
  readonly of: { readonly principals: number; readonly resources: number };
  readonly counted: Counted;
  /** The columns that are shown, as bits of their strips. */
  readonly masks: StripMasks;
  /** The line of each principal and of each resource, by kind and id. */
  readonly placeOf: () => ReadonlyMap<string, number>;
}

function places(
  principals: readonly PrincipalLine[],
  resources: readonly ResourceLine[],
): Map<string, number> {
  const found = new Map<string, number>();
  principals.forEach(({ alike }, line) => {
    for (const { kind, id } of alike) found.set(`${kind} ${id}`, line);
  });
  const put = (id: string, line: number, again: boolean) => {
    if (again || !found.has(id)) found.set(id, line);
  };
  resources.forEach((line, at) => {
    if (line.kind === 'resource') {
      const { type, id } = line.shown.resource;
      put(`resource ${type}:${id}`, at, true);
      return;
    }
    // Within a fold that is closed the fold is its place; an open one is followed by its own lines.
    for (const { resource } of line.members) put(`resource ${resource.type}:${resource.id}`, at, false);
  });
  return found;
}

/** Works out which lines a view has, and in which order. */
export function prepareView(held: HeldPolicy, view: MatrixView, policies: ShownPolicies): PreparedView {
  const { policy } = policies;
  const { matrix } = policy;
  const without = () => policies.withoutOwners().matrix;
  const all = {
    principals: principalsOf(policy, held.facts, view),
    resources: resourcesOf(policy, held.facts, view),
  };
  let { shown: principals } = all.principals;
  let { shown: resources } = all.resources;
  if (view.level !== null) {
    const masks = masksOf(resources.map(({ column }) => column));
    const members = principals.map(({ member }) => member);
    const lines = linesWith(
      view.level,
      matrix,
      view.level === 'ownerOnly' ? without() : null,
      masks,
      members,
    );
    principals = principals.filter((_, place) => lines.rows[place] === 1);
    resources = resources.filter(({ column }) => lines.columns.has(column));
  }
  const masks = masksOf(resources.map(({ column }) => column));
  const counted = countCells(
    matrix,
    masks,
    principals.map(({ member }) => member),
  );
  const reaching = principals.map((principal, place) => ({
    principal,
    reach: counted.rows[place] ?? noReach(),
  }));
  const lines = principalLines(
    orderPrincipals(reaching, view.sortPrincipals),
    view.alike,
    matrix,
    view.alike ? without() : null,
    masks,
  );
  const ordered = orderResources(resources, view.sortResources, counted.columns);
  const across = resourceLines(ordered, view);
  return {
    held,
    view,
    policies,
    principals: lines,
    resources: across,
    shown: { principals: principals.length, resources: resources.length },
    of: { principals: all.principals.of, resources: all.resources.of },
    counted,
    masks,
    placeOf: lazy(() => places(lines, across)),
  };
}
