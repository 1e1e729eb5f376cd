import type { Change, Holder } from '@contract/changes';
import type { DropTarget, DropVerdict } from '@contract/drafts';
import type { LabelRef, Snapshot } from '@contract/snapshot';
import { counted, labelWords } from '../plan/change-words';
import { grantsOfHolder, grantText } from '../policy/changes/grant-edits';
import { labelsOf } from '../policy/changes/label-edits';
import { keyText, labelText } from '../policy/world/columns';

/** What dropping labels on a target stands for, before anybody judged it. */
export type Drop =
  | {
      readonly kind: 'widens' | 'narrows' | 'labels';
      readonly changes: readonly Change[];
      readonly words: string;
    }
  /** It can be stated in Gatehouse only. */
  | { readonly kind: 'attestation'; readonly words: string }
  | { readonly kind: 'none'; readonly reason: string };

const none = (reason: string): Drop => ({ kind: 'none', reason });

function distinct(labels: readonly LabelRef[]): LabelRef[] {
  return [...new Map(labels.map(({ key, value }) => [labelText({ key, value }), { key, value }])).values()];
}

const together = (labels: readonly LabelRef[]): string => labels.map(labelWords).join(' and ');

function onLane(snapshot: Snapshot, labels: LabelRef[], holder: Holder, roleId: string): Drop {
  const role = snapshot.roles.find(({ id }) => id === roleId);
  if (role === undefined) return none('the workspace has no such role');
  const grant = { roleId, roleName: role.name, scope: { kind: 'labels' as const, labels } };
  const held = grantsOfHolder(snapshot, holder);
  if (held?.some((each) => grantText(each) === grantText(grant)) === true) {
    return none(`${role.name} on ${together(labels)} is granted already`);
  }
  return {
    kind: 'widens',
    changes: [{ kind: 'addGrant', holder, grant }],
    words: `adds ${role.name} on ${together(labels)}: widens`,
  };
}

function onGrant(snapshot: Snapshot, labels: readonly LabelRef[], holder: Holder, place: number): Drop {
  const grants = grantsOfHolder(snapshot, holder);
  if (grants === null) return none('the grants could not be read');
  const grant = grants?.[place];
  if (grant === undefined) return none('there is no such grant any more');
  if (grant.scope.kind !== 'labels') return none('only a grant by labels takes one label more');
  const present = new Set(grant.scope.labels.map(labelText));
  const added = labels.filter((label) => !present.has(labelText(label)));
  if (added.length === 0) {
    return none(
      labels.length === 1 ? 'the grant names this label already' : 'the grant names these labels already',
    );
  }
  const all = [...grant.scope.labels, ...added];
  const narrower = { ...grant, scope: { kind: 'labels' as const, labels: all } };
  if (grants?.some((each) => grantText(each) === grantText(narrower)) === true) {
    return none(`${grant.roleName} on ${together(all)} is granted already`);
  }
  return {
    kind: 'narrows',
    changes: [
      { kind: 'removeGrant', holder, grant },
      { kind: 'addGrant', holder, grant: narrower },
    ],
    words: `narrows to ${all.length === 2 ? 'both' : `all ${all.length}`}: ${together(all)}`,
  };
}

function onResource(
  snapshot: Snapshot,
  labels: readonly LabelRef[],
  key: Extract<DropTarget, { kind: 'resource' }>['resource'],
): Drop {
  const resource = snapshot.resources.find((each) => keyText(each) === keyText(key));
  if (resource === undefined) return none('this resource is not there any more');
  const worn = labelsOf(resource);
  if (worn === undefined) return none('only sources and spaces carry labels');
  if (new Set(labels.map((label) => label.key)).size < labels.length) {
    return none('a resource carries one value of each key, and these are two of one');
  }
  if (worn === null) {
    return {
      kind: 'attestation',
      words: "stated in Gatehouse only: Segment's Public API cannot set the labels of spaces",
    };
  }
  const present = new Set(worn.map(labelText));
  const added = labels.filter((label) => !present.has(labelText(label)));
  if (added.length === 0)
    return none(labels.length === 1 ? 'it carries this label already' : 'it carries these labels already');
  const replaced = worn.filter((label) => added.some((each) => each.key === label.key));
  const resourceKey = { type: resource.type, id: resource.id };
  return {
    kind: 'labels',
    changes: [
      ...replaced.map((label): Change => ({ kind: 'removeLabel', resource: resourceKey, label })),
      ...added.map((label): Change => ({ kind: 'addLabel', resource: resourceKey, label })),
    ],
    words:
      replaced.length > 0
        ? `replaces ${replaced.map(labelWords).join(', ')}`
        : `adds ${added.length === 1 ? together(added) : counted(added.length, 'label')}`,
  };
}

/** What dropping these labels on this target means on a snapshot (with the draft in it). */
export function dropOn(snapshot: Snapshot, labels: readonly LabelRef[], target: DropTarget): Drop {
  const dragged = distinct(labels);
  switch (target.kind) {
    case 'lane':
      return onLane(snapshot, dragged, target.holder, target.roleId);
    case 'grant':
      return onGrant(snapshot, dragged, target.holder, target.grant);
    case 'resource':
      return onResource(snapshot, dragged, target.resource);
  }
}

/** The verdict of a target where nothing can be dropped. `reasons` in sentences. */
export function nothingToDrop(words: string, reasons: readonly string[]): DropVerdict {
  return {
    changes: [],
    words,
    kind: 'none',
    verdict: { verdict: 'refused', reasons: [...reasons] },
    effect: null,
  };
}
