import type { Change } from '@contract/changes';
import type { Snapshot } from '@contract/snapshot';
import { label, member } from '../fixtures/snapshot';
import type { Random } from '../src-main/policy/random-world';
import { anyGrant, anyResource, LABELS } from './worlds';

/** Any change but `restore`, which is an inverse only. */
export type PlainChange = Exclude<Change, { kind: 'restore' }>;

/** The kinds of changes, each as likely as the others. */
export const CHANGE_KINDS = [
  'addGrant',
  'removeGrant',
  'setGrants',
  'addToGroup',
  'removeFromGroup',
  'createGroup',
  'renameGroup',
  'deleteGroup',
  'createLabel',
  'deleteLabel',
  'addLabel',
  'removeLabel',
  'invite',
  'revokeInvite',
  'acceptInvite',
  'addMember',
  'removeMember',
  'addResource',
  'removeResource',
] as const satisfies PlainChange['kind'][];

/** A change of this kind on what is there, with now and then a name that is not. `fresh` makes new ids. */
export function anyChange(
  random: Random,
  world: Snapshot,
  kind: PlainChange['kind'],
  fresh: number,
): PlainChange {
  const memberId = random.pick([...world.members.map(({ id }) => id), 'nobody']);
  const groupId = random.pick([...world.groups.map(({ id }) => id), 'nothing']);
  const resource = random.pick([...world.resources, { type: 'SOURCE', id: 'missing' } as const]);
  const holder = random.chance(0.5)
    ? ({ kind: 'member', id: memberId } as const)
    : ({ kind: 'group', id: groupId } as const);
  const held = (holder.kind === 'member' ? world.members : world.groups).find(({ id }) => id === holder.id);
  const email = random.pick([...world.invites.map((invite) => invite.email), 'stranger@example.com']);
  const present = [...world.members, ...world.invites].map((each) => each.email);
  const invitee = random.chance(0.3)
    ? random.pick([...present, ...present.map((each) => each.toUpperCase()), 'm0+alias@example.com'])
    : `new${fresh}@example.com`;
  const key = { type: resource.type, id: resource.id };
  switch (kind) {
    case 'addGrant':
      return { kind, holder, grant: random.pick([...(held?.grants ?? []), anyGrant(random)]) };
    case 'removeGrant':
      return { kind, holder, grant: random.pick([...(held?.grants ?? []), anyGrant(random)]) };
    case 'setGrants':
      return { kind, holder, grants: [anyGrant(random), anyGrant(random)].slice(random.below(3)) };
    case 'addToGroup':
    case 'removeFromGroup':
      return { kind, groupId, memberId };
    case 'createGroup':
      return { kind, groupId: `g${fresh}`, name: `Group ${fresh}` };
    case 'renameGroup':
      return { kind, groupId, name: `Renamed ${fresh}` };
    case 'deleteGroup':
      return { kind, groupId };
    case 'createLabel':
      return { kind, label: label(`fresh:v${fresh}`) };
    case 'deleteLabel':
    case 'addLabel':
    case 'removeLabel': {
      const chosen = label(random.pick(LABELS));
      return kind === 'deleteLabel' ? { kind, label: chosen } : { kind, resource: key, label: chosen };
    }
    case 'invite':
      return { kind, email: invitee, grants: [anyGrant(random)] };
    case 'revokeInvite':
      return { kind, email };
    case 'acceptInvite':
      return {
        kind,
        email,
        member: member(random.chance(0.1) ? memberId : `m${fresh}`, { email, grants: [anyGrant(random)] }),
      };
    case 'addMember': {
      const role = 'Minimal Workspace Access';
      const grants = [{ roleId: `role ${role}`, roleName: role, scope: { kind: 'all' } as const }];
      return { kind, member: member(random.chance(0.1) ? memberId : `m${fresh}`, { grants }) };
    }
    case 'removeMember':
      return { kind, memberId };
    case 'addResource':
      return { kind, resource: anyResource(random, fresh) };
    case 'removeResource':
      return { kind, resource: key };
  }
}
