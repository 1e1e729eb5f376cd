import type { SnapshotSummary } from '@contract/workspaces';

/** Why tokens cannot be created and revoked from here; `null` when they can. */
export function whyNotManage({ tokenRole }: Pick<SnapshotSummary, 'tokenRole'>): string | null {
  switch (tokenRole) {
    case 'Owner':
      return null;
    case 'Member':
      return 'Only owners create and revoke tokens, and Gatehouse uses a Workspace Member token here.';
    case null:
      return 'This workspace does not say whether Gatehouse’s token is an owner’s, so tokens cannot be changed from here.';
  }
}
