import { z } from 'zod';
import { grantsOfInvite, invitePermissionSchema } from '../rules/grants';
import { emailKey, type Invite } from '../state/workspace-state';
import { conflict, invalid, Problems } from '../wire/api-error';
import type { Call } from '../wire/call';
import { parseInput } from '../wire/input';
import { groupTarget, inviteTarget } from './audit-targets';
import { distinctEmails, notFoundEach } from './users';

const invitesBodySchema = z.object({
  invites: z
    .array(z.object({ email: z.email(), permissions: z.array(invitePermissionSchema).optional() }))
    .min(1, 'must not be empty'),
});

/** GET `/invites`: addresses only; what was offered is not shown. */
export function listInvites(call: Call) {
  const { rows, pagination } = call.page(call.workspace.invites.list());
  return { invites: rows.map((invite) => invite.email), pagination };
}

/** POST `/invites`: all or none; 409 for an address that is a member or invited already. */
export function createInvites(call: Call) {
  const { invites } = parseInput(invitesBodySchema, call.body);
  const problems = new Problems();
  const seen = new Set<string>();
  invites.forEach(({ email }, index) => {
    if (seen.has(emailKey(email))) problems.add(`invites.${index}.email`, 'is in the list twice');
    seen.add(emailKey(email));
  });
  const made = invites.map(
    ({ email, permissions }, index): Invite => ({
      email,
      grants: grantsOfInvite(call.workspace, permissions ?? [], `invites.${index}.permissions`, problems),
    }),
  );
  problems.throwIfAny();
  for (const { email } of made) {
    if (call.workspace.userByEmail(email)) throw conflict(`${email} is a member already`);
    if (call.workspace.invites.has(emailKey(email))) throw conflict(`${email} is invited already`);
  }
  for (const invite of made) {
    const known = call.hasAccount(invite.email);
    call.workspace.invites.add(invite);
    call.record(
      known ? 'New Segment User Invited to Workspace' : 'Non-Segment User Invited to Workspace',
      inviteTarget(invite.email),
    );
    for (const _grant of invite.grants) call.record('Policy Created', inviteTarget(invite.email));
  }
  return { emails: made.map((invite) => invite.email) };
}

/** DELETE `/invites?emails…`: all or none; invites leave their groups too. */
export function deleteInvites(call: Call) {
  const emails = distinctEmails(call.query.list('emails') ?? []);
  if (emails.length === 0) throw invalid('emails', 'must name at least one address');
  const { workspace } = call;
  const unknown = emails.filter((email) => !workspace.invites.has(email));
  if (unknown.length > 0) throw notFoundEach('emails', unknown, 'invite');
  for (const email of emails) {
    const shown = workspace.invites.get(email)?.email ?? email;
    for (const group of workspace.groups.list()) {
      if (group.invitedEmails.has(email)) call.record('Group Memberships Deleted', groupTarget(group));
    }
    workspace.removeInvite(email);
    call.record('Invite Deleted', inviteTarget(shown));
  }
  return { status: 'SUCCESS' };
}
