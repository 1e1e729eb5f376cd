import type { TokenRow } from '@contract/lists';
import type { WorkspaceFacts } from '../relations/facts';
import { createTable, type Table } from '../table';

export type TokenColumn = 'description' | 'role' | 'createdAt';
export type TokenTable = Table<TokenRow, TokenColumn>;

/** The Public API tokens, where the workspace shows them; `ours` is the one that Gatehouse itself uses. */
export function createTokenTable(facts: WorkspaceFacts): TokenTable {
  const { tokens, actingToken } = facts.snapshot.beyondApi;
  return createTable({
    rows: (tokens ?? []).map((token): TokenRow => ({ ...token, ours: token.id === actingToken?.id })),
    idOf: (row) => row.id,
    searched: (row) => [row.description, row.id, row.createdBy, row.role, row.type],
    columns: {
      description: { by: 'text', of: (row) => row.description },
      role: { by: 'text', of: (row) => row.role },
      createdAt: {
        by: 'number',
        of: (row) => {
          const at = Date.parse(row.createdAt);
          return Number.isNaN(at) ? null : at;
        },
      },
    },
    first: 'description',
  });
}
