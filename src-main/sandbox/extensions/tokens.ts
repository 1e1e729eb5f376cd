import { z } from 'zod';
import { tokenTarget } from '../areas/audit-targets';
import type { Token } from '../state/token-store';
import { conflict, notFound } from '../wire/api-error';
import type { Call } from '../wire/call';
import { parseInput } from '../wire/input';

const tokenBodySchema = z.object({
  description: z.string().trim().min(1, 'must not be empty').max(255),
  role: z.enum(['Owner', 'Member']),
});

/** GET `/gatehouse/tokens`: everything but the secrets. */
export function listTokens({ tokens, workspace }: Call) {
  return { tokens: tokens.list(workspace) };
}

/** POST `/gatehouse/tokens`: the only answer that ever holds the secret. */
export function createToken(call: Call) {
  const { description, role } = parseInput(tokenBodySchema, call.body);
  const { token, secret } = call.tokens.create(call.workspace, {
    description,
    role,
    createdBy: call.token.createdBy,
    createdAt: new Date(call.now).toISOString(),
  });
  call.record('Public API Token Created', tokenTarget(token));
  return { token, secret };
}

/**
 * DELETE `/gatehouse/tokens/{tokenId}`: the token stops working at once. A
 * token may revoke itself, but the last owner's token stays (409): without it
 * nobody could get in again.
 */
export function revokeToken(call: Call) {
  const all = call.tokens.list(call.workspace);
  const token = all.find((each) => each.id === call.param('tokenId'));
  if (token === undefined) throw notFound('there is no such token in this workspace');
  const opens = (each: Token): boolean => each.role === 'Owner' && each.type === 'Public API';
  if (opens(token) && all.filter(opens).length === 1) {
    throw conflict("the last Workspace Owner's token cannot be revoked");
  }
  call.tokens.revoke(call.workspace, token.id);
  call.record('Public API Token Deleted', tokenTarget(token));
  return { status: 'SUCCESS' };
}
