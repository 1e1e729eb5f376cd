import { usePolicyStore } from './policy';
import { useWorkspaces } from './workspaces';

/** Changes whenever anything was read anew or a policy has been compiled, in any workspace. */
export function useDataEpoch(): string {
  const rounds = usePolicyStore((policies) => policies.rounds);
  return useWorkspaces()
    .map(({ key, name, snapshot }) => `${key} ${name} ${snapshot?.fingerprint ?? ''} ${rounds[key] ?? 0}`)
    .join('\n');
}
