import { randomBytes } from 'node:crypto';
import { seedOf } from './random';
import type { WorkspaceState } from './workspace-state';

/** Segment's two kinds of tokens for workspaces: a Workspace Owner's and a Workspace Member's. */
export type TokenRole = 'Owner' | 'Member';

/** What may be shown of a token. `createdAt` is ISO 8601 in UTC. */
export interface Token {
  readonly id: string;
  readonly description: string;
  readonly role: TokenRole;
  readonly type: 'Public API' | 'Config API';
  readonly createdBy: string;
  readonly createdAt: string;
}

interface StoredToken {
  readonly token: Token;
  readonly secret: string;
  readonly workspace: WorkspaceState;
}

/** Who a request comes from. */
export interface Bearer {
  readonly token: Token;
  readonly workspace: WorkspaceState;
}

/** The tokens of all workspaces of one server. A secret never leaves it again after `create`. */
export class TokenStore {
  readonly #bySecret = new Map<string, StoredToken>();

  add(workspace: WorkspaceState, token: Token, secret: string): void {
    this.#bySecret.set(secret, { token, secret, workspace });
  }

  /** A new token with a secret that nobody can guess. */
  create(workspace: WorkspaceState, made: Omit<Token, 'id' | 'type'>): { token: Token; secret: string } {
    const secret = `sandbox_${randomBytes(24).toString('base64url')}`;
    // The id must not tell the secret: it is a number of its own, as in Segment's audit trail.
    const token: Token = { id: `tok_${workspace.random.id()}`, type: 'Public API', ...made };
    this.add(workspace, token, secret);
    return { token, secret };
  }

  /** The bearer of a secret. Legacy Config API tokens do not open the Public API. */
  find(secret: string): Bearer | undefined {
    const stored = this.#bySecret.get(secret);
    return stored === undefined || stored.token.type !== 'Public API' ? undefined : stored;
  }

  list(workspace: WorkspaceState): Token[] {
    return [...this.#bySecret.values()]
      .filter((stored) => stored.workspace === workspace)
      .map((stored) => stored.token);
  }

  revoke(workspace: WorkspaceState, id: string): boolean {
    for (const stored of this.#bySecret.values()) {
      if (stored.workspace === workspace && stored.token.id === id) {
        return this.#bySecret.delete(stored.secret);
      }
    }
    return false;
  }
}

/** A stable id for a demo token, made from its name. */
export function demoTokenId(name: string): string {
  return `tok_${seedOf(name).toString(36)}`;
}
