import type { Change, Holder } from '@contract/changes';
import type { GrantView } from '@contract/inspect';
import type { Grant, GrantableType, ResourceType } from '@contract/snapshot';
import { labelText } from '../../components/list/label-text';

/** A grant of a holder as it is with the draft. */
export interface DraftedGrant {
  grant: Grant;
  /** For words: of what it is, and names of listed resources. `null` for grants that the draft adds. */
  view: GrantView | null;
  /** Its place among the holder's grants with the draft; `null` where the draft takes it away. */
  at: number | null;
  mark: 'kept' | 'added' | 'removed';
}

/** The same text for grants that mean the same, in whatever order their scope is written. */
export function grantText({ roleId, scope }: Grant): string {
  switch (scope.kind) {
    case 'all':
      return `${roleId} all`;
    case 'list':
      return `${roleId} list ${[...new Set(scope.resources.map(({ type, id }) => `${type}:${id}`))].sort().join()}`;
    case 'labels':
      return `${roleId} labels ${[...new Set(scope.labels.map(labelText))].sort().join()}`;
    case 'unknown':
      return `${roleId} unknown ${scope.reason}`;
  }
}

function isGrantable(type: ResourceType): type is GrantableType {
  return type === 'FUNCTION' || type === 'SOURCE' || type === 'SPACE' || type === 'WAREHOUSE';
}

/** A grant as changes name it, of one that is shown. */
export function grantOf({ roleId, roleName, scope }: GrantView): Grant {
  switch (scope.kind) {
    case 'all':
      return { roleId, roleName, scope: { kind: 'all' } };
    case 'labels':
      return { roleId, roleName, scope: { kind: 'labels', labels: scope.labels } };
    case 'unknown':
      return { roleId, roleName, scope: { kind: 'unknown', reason: scope.reason } };
    case 'list':
      return {
        roleId,
        roleName,
        scope: {
          kind: 'list',
          resources: scope.resources.flatMap(({ type, id }) => (isGrantable(type) ? [{ type, id }] : [])),
        },
      };
  }
}

function isOf(change: Change, holder: Holder): change is Extract<Change, { holder: Holder }> {
  return 'holder' in change && change.holder.kind === holder.kind && change.holder.id === holder.id;
}

/**
 * The grants of a holder with the draft's changes: in their places, those that
 * the draft takes away after them. The order of the places is the one that main
 * has after the same changes.
 */
export function draftedGrants(
  views: readonly GrantView[],
  holder: Holder,
  changes: readonly Change[],
): DraftedGrant[] {
  let now: Omit<DraftedGrant, 'at'>[] = views.map((view) => ({ grant: grantOf(view), view, mark: 'kept' }));
  const gone: DraftedGrant[] = [];
  const leave = (entry: Omit<DraftedGrant, 'at'>) => {
    if (entry.mark === 'kept') gone.push({ ...entry, at: null, mark: 'removed' });
  };
  for (const change of changes) {
    if (!isOf(change, holder)) continue;
    switch (change.kind) {
      case 'addGrant':
        now.push({ grant: change.grant, view: null, mark: 'added' });
        break;
      case 'removeGrant': {
        const text = grantText(change.grant);
        const place = now.findIndex(({ grant }) => grantText(grant) === text);
        const entry = now[place];
        if (entry === undefined) break;
        leave(entry);
        now = now.toSpliced(place, 1);
        break;
      }
      case 'setGrants': {
        const left = [...now];
        now = change.grants.map((grant) => {
          const place = left.findIndex((each) => grantText(each.grant) === grantText(grant));
          const known = left[place];
          if (known === undefined) return { grant, view: null, mark: 'added' };
          left.splice(place, 1);
          return known;
        });
        for (const entry of left) leave(entry);
      }
    }
  }
  return [...now.map((entry, at) => ({ ...entry, at })), ...gone];
}

/** What takes one grant away, or with `label` only that label out of it: then it reaches more. */
export function withoutGrant(
  holder: Holder,
  grant: Grant,
  label: { key: string; value: string } | null,
): Change[] {
  const whole: Change = { kind: 'removeGrant', holder, grant };
  if (label === null || grant.scope.kind !== 'labels' || grant.scope.labels.length < 2) return [whole];
  const labels = grant.scope.labels.filter((each) => labelText(each) !== labelText(label));
  return [whole, { kind: 'addGrant', holder, grant: { ...grant, scope: { kind: 'labels', labels } } }];
}
