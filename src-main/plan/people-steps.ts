import type { Grant, Member } from '@contract/snapshot';
import { labelText } from '../policy/world/columns';
import { counted } from './change-words';
import { isOwnerGrant } from './owner-role';
import { invitePermission, unwritable } from './permission-input';
import { listQuery } from './requests';
import { type Drafting, itemsWhere, type Sketch, type Sketched } from './sketch';

function revocation(email: string, items: readonly string[]): Sketch {
  return {
    phase: 'revoke',
    target: { kind: 'invite', id: email, name: email },
    words: `Revoke the invite for ${email}`,
    items,
    method: 'DELETE',
    path: `/invites?${listQuery('emails', [email])}`,
    template: '/invites',
    limited: true,
    body: null,
    before: { kind: 'invite', pending: true },
    after: { kind: 'invite', pending: false },
    confirm: null,
    owners: null,
  };
}

function invitation(
  { base, drafted }: Drafting,
  email: string,
  grants: readonly Grant[],
  item: string,
  needs: readonly Sketch[],
): Sketch {
  const owner = grants.some((grant) => isOwnerGrant(drafted, grant));
  return {
    phase: needs.some(({ phase }) => phase === 'removeMember') ? 'inviteAgain' : 'invite',
    target: { kind: 'invite', id: email, name: email },
    words:
      grants.length === 0 ? `Invite ${email}` : `Invite ${email} with ${counted(grants.length, 'grant')}`,
    items: [item],
    method: 'POST',
    path: '/invites',
    template: '/invites',
    limited: true,
    body: {
      invites: [{ email, permissions: grants.map((grant) => invitePermission(grant, base.workspace.id)) }],
    },
    before: { kind: 'invite', pending: false },
    after: { kind: 'invite', pending: true },
    confirm: owner ? { why: `This invites ${email} as an owner of the workspace.`, phrase: email } : null,
    owners: null,
    labels: grants.flatMap(({ scope }) => (scope.kind === 'labels' ? scope.labels.map(labelText) : [])),
    needs,
  };
}

function mayOwn(drafting: Drafting, member: Member): boolean {
  const { base } = drafting;
  const through = base.groups.filter(({ memberIds }) => memberIds?.includes(member.id) === true);
  return [member, ...through].some(({ grants }) => grants?.some((grant) => isOwnerGrant(base, grant)));
}

function removal(drafting: Drafting, member: Member): Sketch {
  const name = member.name === '' ? member.email : member.name;
  const owner = mayOwn(drafting, member);
  return {
    phase: 'removeMember',
    target: { kind: 'member', id: member.id, name },
    words: `Remove ${name} from the workspace`,
    items: itemsWhere(
      drafting,
      (change) =>
        ('memberId' in change && change.memberId === member.id) ||
        ('holder' in change && change.holder.kind === 'member' && change.holder.id === member.id),
    ),
    method: 'DELETE',
    path: `/users?${listQuery('userIds', [member.id])}`,
    template: '/users',
    limited: true,
    body: null,
    before: { kind: 'member', member },
    after: { kind: 'member', member: null },
    confirm: {
      why: owner
        ? 'This removes an owner from the workspace.'
        : 'This removes somebody from the workspace, with all that they can reach.',
      phrase: member.email,
    },
    owners: owner ? 'loses' : null,
  };
}

/** Invites, revocations, and members removed. */
export function peopleSteps(drafting: Drafting): Sketched {
  const { base, removedMembers } = drafting;
  const removals = base.members
    .filter(({ id }) => removedMembers.has(id))
    .map((member) => ({ email: member.email.toLowerCase(), sketch: removal(drafting, member) }));
  const invites: Sketch[] = [];
  const leftOut: { items: string[]; reason: string }[] = [];
  // The snapshot shows no offers, and not that an invite was revoked and made again: the items do.
  const latest = new Map<string, Sketch>();
  for (const { id, change } of drafting.items) {
    if (change.kind !== 'invite' && change.kind !== 'revokeInvite') continue;
    const address = change.email.toLowerCase();
    const previous = latest.get(address);
    if (change.kind === 'revokeInvite') {
      if (previous !== undefined) {
        leftOut.push({ items: [id], reason: 'The draft invites and revokes this address more than once.' });
        continue;
      }
      const sketch = revocation(change.email, [id]);
      latest.set(address, sketch);
      invites.push(sketch);
      continue;
    }
    const problem = change.grants.map(unwritable).find((reason) => reason !== null);
    if (problem !== undefined && problem !== null) {
      leftOut.push({ items: [id], reason: `It cannot be written: ${problem}` });
      continue;
    }
    const removed = removals.filter(({ email }) => email === address).map(({ sketch }) => sketch);
    const needs = previous === undefined ? removed : [previous, ...removed];
    const sketch = invitation(drafting, change.email, change.grants, id, needs);
    latest.set(address, sketch);
    invites.push(sketch);
  }
  return { sketches: [...invites, ...removals.map(({ sketch }) => sketch)], leftOut };
}
