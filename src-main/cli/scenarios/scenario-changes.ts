import type { Change } from '@contract/changes';
import type { Grant } from '@contract/snapshot';
import type { ScenarioStep } from './scenario-file';
import { grantOf, labelOf, memberOf, resourceOf } from './scenario-snapshot';
import { resourceKeyOf } from './scenario-target';

/** A step that edits the workspace. */
export type EditStep = Exclude<ScenarioStep, { op: 'query' | 'labelsOf' | 'isMember' }>;

/** The change that a step makes; for what Segment has no way to do, why. */
export type StepChange =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'never'; readonly reason: string };

function change(value: Change): StepChange {
  return { kind: 'change', change: value };
}

/** Turns a step into a change. `offers`: what pending invites offer, by address. */
export function changeOf(step: EditStep, offers: ReadonlyMap<string, readonly Grant[]>): StepChange {
  switch (step.op) {
    case 'assignLabel':
      return change({
        kind: 'addLabel',
        resource: resourceKeyOf(step.resource),
        label: labelOf(step.label),
      });
    case 'unassignLabel':
      return change({
        kind: 'removeLabel',
        resource: resourceKeyOf(step.resource),
        label: labelOf(step.label),
      });
    case 'createLabel':
      return change({ kind: 'createLabel', label: labelOf(step.label) });
    case 'deleteLabel':
      return change({ kind: 'deleteLabel', label: labelOf(step.label) });
    case 'renameLabel':
      return { kind: 'never', reason: 'a label cannot be renamed' };
    case 'grant':
      return change({
        kind: 'addGrant',
        holder: { kind: 'member', id: step.member },
        grant: grantOf(step),
      });
    case 'setGrants':
      return change({
        kind: 'setGrants',
        holder: { kind: 'member', id: step.member },
        grants: step.grants.map(grantOf),
      });
    case 'addToGroup':
      return change({ kind: 'addToGroup', groupId: step.group, memberId: step.member });
    case 'removeFromGroup':
      return change({ kind: 'removeFromGroup', groupId: step.group, memberId: step.member });
    case 'deleteGroup':
      return change({ kind: 'deleteGroup', groupId: step.group });
    case 'addMember': {
      const minimal = { role: 'Minimal Workspace Access', scope: { kind: 'all' as const } };
      return change({ kind: 'addMember', member: memberOf(step.member, [minimal]) });
    }
    case 'removeFromWorkspace':
      return change({ kind: 'removeMember', memberId: step.member });
    case 'invite':
      return change({ kind: 'invite', email: step.member, grants: step.grants.map(grantOf) });
    case 'acceptInvite': {
      const grants = [...(offers.get(step.member) ?? [])];
      const member = { id: step.member, name: step.member, email: step.member, grants };
      return change({ kind: 'acceptInvite', email: step.member, member });
    }
    case 'revokeInvite':
      return change({ kind: 'revokeInvite', email: step.member });
    case 'createResource': {
      const resource = resourceOf(step.resource);
      return resource === null
        ? { kind: 'never', reason: 'a workspace cannot be made inside a workspace' }
        : change({ kind: 'addResource', resource });
    }
  }
}
