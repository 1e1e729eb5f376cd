import type { AccessSource } from '@contract/matrix';
import type { Grant, Snapshot } from '@contract/snapshot';

/**
 * The workspace with only such grants: of direct and group any, of labels, list and all any;
 * where none of one sort is named there is no limit. A scope that cannot be seen may be any:
 * such grants stay, and what they give stays unknown.
 */
export function grantedBy(snapshot: Snapshot, sources: readonly AccessSource[]): Snapshot {
  const wanted = new Set(sources);
  const byHolder = wanted.has('direct') || wanted.has('group');
  const byScope = wanted.has('labels') || wanted.has('list') || wanted.has('all');
  const fits = ({ scope }: Grant) => !byScope || scope.kind === 'unknown' || wanted.has(scope.kind);
  const kept = <Holder extends { readonly grants: Grant[] | null }>(
    holder: Holder,
    isWanted: boolean,
  ): Holder => ({
    ...holder,
    grants: isWanted ? (holder.grants?.filter(fits) ?? null) : [],
  });
  return {
    ...snapshot,
    members: snapshot.members.map((member) => kept(member, !byHolder || wanted.has('direct'))),
    groups: snapshot.groups.map((group) => kept(group, !byHolder || wanted.has('group'))),
  };
}
