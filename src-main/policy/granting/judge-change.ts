import type { Change, Holder } from '@contract/changes';
import type { Grant, Resource, Snapshot } from '@contract/snapshot';
import { type Applied, apply } from '../changes/apply';
import { grantsOfHolder, grantText } from '../changes/grant-edits';
import { labelsOf } from '../changes/label-edits';
import { check, type Effect } from '../decision/decide';
import { theWorkspace } from '../decision/target';
import { keyText } from '../world/columns';
import { buildWorld, type World } from '../world/world';
import { creationObjections, deletionObjections, wearingObjections } from './label-rules';
import { grantObjections } from './may-grant';
import { ownershipOf } from './owners';
import { type Objection, open, refused, type Verdict, verdictOf } from './verdict';

/** What a judgement takes into account beside the snapshot. */
export interface Circumstances {
  /** The member who makes the change; `null`: an owner. */
  readonly actor: string | null;
  /** What pending invites offer, by address, as far as it is known: Segment does not show it. */
  readonly offers: ReadonlyMap<string, readonly Grant[]>;
}

/** A change made by an owner, with no invite whose offer is known. */
export const anOwner: Circumstances = { actor: null, offers: new Map() };

/** What speaks against the new ones among these grants; what the holder has already passes. */
function newGrantObjections(
  grants: readonly Grant[],
  held: readonly Grant[],
  snapshot: Snapshot,
): Objection[] {
  const known = new Set(held.map(grantText));
  return grants.flatMap((grant, position) =>
    known.has(grantText(grant)) ? [] : grantObjections(grant, grants.toSpliced(position, 1), snapshot),
  );
}

function holderGrants(snapshot: Snapshot, holder: Holder): Grant[] {
  return grantsOfHolder(snapshot, holder) ?? [];
}

function ownerRule(snapshot: Snapshot, after: Applied): Objection[] {
  if (after.kind === 'impossible' || ownershipOf(snapshot) !== 'certain') return [];
  switch (ownershipOf(after.snapshot)) {
    case 'certain':
      return [];
    case 'possible':
      return [open('whether the workspace would still have an owner cannot be seen')];
    case 'none':
      return [refused('the workspace would be left without an owner', 'undocumented')];
  }
}

function newResourceObjections(resource: Resource, snapshot: Snapshot): Objection[] {
  const labels = labelsOf(resource) ?? [];
  const objections = labels.flatMap((label) => wearingObjections(label, labels, snapshot));
  if (
    resource.type === 'DESTINATION' &&
    !snapshot.resources.some(({ type, id }) => type === 'SOURCE' && id === resource.sourceId)
  ) {
    objections.push(refused(`there is no source \`${resource.sourceId}\``));
  }
  return objections;
}

function rules(snapshot: Snapshot, change: Change, { offers }: Circumstances): Objection[] {
  switch (change.kind) {
    case 'addGrant': {
      const held = holderGrants(snapshot, change.holder);
      return newGrantObjections([...held, change.grant], held, snapshot);
    }
    case 'setGrants':
      return newGrantObjections(change.grants, holderGrants(snapshot, change.holder), snapshot);
    case 'invite':
      return newGrantObjections(change.grants, [], snapshot);
    case 'createGroup': {
      const { plan } = snapshot.beyondApi;
      if (plan === 'business') return [];
      return plan === null
        ? [open('user groups depend on the plan, which cannot be seen')]
        : [refused(`user groups are not for the ${plan} plan`)];
    }
    case 'createLabel':
      return creationObjections(change.label, snapshot);
    case 'deleteLabel':
      return deletionObjections(change.label, snapshot, offers);
    case 'addLabel': {
      const key = keyText(change.resource);
      const resource = snapshot.resources.find((each) => keyText(each) === key);
      const worn = resource === undefined ? undefined : labelsOf(resource);
      return worn === undefined ? [] : wearingObjections(change.label, worn ?? [], snapshot);
    }
    case 'addResource':
      return newResourceObjections(change.resource, snapshot);
    case 'removeGrant':
    case 'addToGroup':
    case 'removeFromGroup':
    case 'renameGroup':
    case 'deleteGroup':
    case 'removeLabel':
    case 'revokeInvite':
    case 'acceptInvite':
    case 'addMember':
    case 'removeMember':
    case 'removeResource':
    case 'restore':
      return [];
  }
}

/** A destination is part of its source; who may create other things than sources and functions is not described. */
function mayCreate(world: World, actor: string, resource: Resource): Effect {
  switch (resource.type) {
    case 'SOURCE':
      return check(world, actor, 'createSource', theWorkspace);
    case 'FUNCTION':
      return check(world, actor, 'createFunction', theWorkspace);
    case 'DESTINATION':
      return check(world, actor, 'edit', { kind: 'resource', type: 'SOURCE', id: resource.sourceId });
    case 'WAREHOUSE':
    case 'SPACE':
    case 'TRACKING_PLAN':
      return check(world, actor, 'manageAccess', theWorkspace);
  }
}

/** What the change asks of whoever makes it; joining and putting back are nobody's request. */
function actorRule(snapshot: Snapshot, change: Change, actor: string | null): Objection[] {
  if (actor === null || change.kind === 'acceptInvite' || change.kind === 'restore') return [];
  const world = buildWorld(snapshot);
  const effect = (() => {
    switch (change.kind) {
      case 'addLabel':
      case 'removeLabel':
        return check(world, actor, 'editLabels', { kind: 'resource', ...change.resource });
      case 'createLabel':
      case 'deleteLabel':
        return check(world, actor, 'manageLabels', theWorkspace);
      case 'removeResource':
        return check(world, actor, 'delete', { kind: 'resource', ...change.resource });
      case 'addResource':
        return mayCreate(world, actor, change.resource);
      default:
        return check(world, actor, 'manageAccess', theWorkspace);
    }
  })();
  switch (effect) {
    case 'allowed':
      return [];
    case 'denied':
      return [refused(`\`${actor}\` may not make this change`)];
    case 'unknown':
      return [open(`nobody can tell whether \`${actor}\` may make this change`)];
  }
}

/**
 * Whether Segment's product would accept a change, and why not. The rules of the
 * documentation; where they disagree or are silent, the stricter reading.
 */
export function judgeChange(
  snapshot: Snapshot,
  change: Change,
  circumstances: Circumstances = anOwner,
): Verdict {
  const after = apply(snapshot, change);
  const found = rules(snapshot, change, circumstances);
  const unapplied =
    after.kind === 'applied' ? [] : [after.unseen ? open(after.reason) : refused(after.reason)];
  return verdictOf([
    ...unapplied,
    ...found,
    ...ownerRule(snapshot, after),
    ...actorRule(snapshot, change, circumstances.actor),
  ]);
}

/** Whether a grant may be made: by plan, role, scope, and who asks. The question behind every drop. */
export function mayGrant(
  snapshot: Snapshot,
  holder: Holder,
  grant: Grant,
  circumstances: Circumstances = anOwner,
): Verdict {
  return judgeChange(snapshot, { kind: 'addGrant', holder, grant }, circumstances);
}
