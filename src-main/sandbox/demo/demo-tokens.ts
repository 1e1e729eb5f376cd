import { demoTokenId, type Token, type TokenStore } from '../state/token-store';
import type { WorkspaceState } from '../state/workspace-state';

/** The two tokens that are told to whoever starts a sandbox. */
export interface TokenPair {
  readonly ownerToken: string;
  readonly memberToken: string;
}

function token(
  id: string,
  role: Token['role'],
  description: string,
  createdBy: string,
  createdAt: string,
): Token {
  return { id: demoTokenId(id), description, role, type: 'Public API', createdBy, createdAt };
}

/**
 * The tokens of a demo workspace: the owner's and the member's, whose secrets
 * are fixed and say plainly what they are, and two that other programs use.
 */
export function addDemoTokens(tokens: TokenStore, state: WorkspaceState, createdBy: string): TokenPair {
  const ownerToken = `sandbox-${state.slug}-owner-token`;
  const memberToken = `sandbox-${state.slug}-member-token`;
  const named = (name: string): string => `${state.slug} ${name}`;
  tokens.add(
    state,
    token(named('owner'), 'Owner', 'Access administration', createdBy, '2026-02-11T09:14:00.000Z'),
    ownerToken,
  );
  tokens.add(
    state,
    token(named('member'), 'Member', 'Catalogue sync (read only)', createdBy, '2026-03-02T15:40:00.000Z'),
    memberToken,
  );
  tokens.add(
    state,
    token(named('terraform'), 'Owner', 'Terraform', createdBy, '2024-10-21T07:55:00.000Z'),
    `sandbox-${state.slug}-terraform-token`,
  );
  tokens.add(
    state,
    {
      ...token(named('legacy'), 'Owner', 'Nightly export (legacy)', createdBy, '2021-06-30T12:00:00.000Z'),
      type: 'Config API',
    },
    `sandbox-${state.slug}-legacy-token`,
  );
  return { ownerToken, memberToken };
}
