import type { Holder } from '@contract/changes';
import type { GrantView } from '@contract/inspect';
import { call } from '../../api/bridge';
import { useBoard } from './board-context';
import { type Answer, createShelf, useAnswer } from './use-answer';

/** The direct grants of a holder as the snapshot has them; `grants` is `null` where they could not be read. */
export interface HolderGrants {
  grants: GrantView[] | null;
  reason: string | null;
}

const shelf = createShelf<HolderGrants>();
const NEW_GROUP: HolderGrants = { grants: [], reason: null };

async function ask(key: string, { kind, id }: Holder): Promise<HolderGrants> {
  const inspection = await call('inspect', { key, subject: { kind, id } });
  if (inspection.kind !== 'member' && inspection.kind !== 'group') {
    return { grants: null, reason: 'It is not in the latest reading any more.' };
  }
  const { grants, reason } = inspection;
  return { grants: grants?.filter(({ throughGroup }) => !throughGroup) ?? null, reason };
}

/** Asks for the direct grants of a holder. `created`: a group that only the draft has, which holds nothing yet. */
export function useHolderGrants(holder: Holder, created: boolean): Answer<HolderGrants> {
  const { workspaceKey, fingerprint } = useBoard();
  return useAnswer(shelf, `${workspaceKey} ${fingerprint} ${holder.kind} ${holder.id} ${created}`, () =>
    created ? Promise.resolve(NEW_GROUP) : ask(workspaceKey, holder),
  );
}
