import type { CompiledPolicies } from '../../compiled-policies/compiled-policies';
import type { Drafts } from '../../drafts/drafts';
import type { OpenWorkspaces } from '../../workspaces/open-workspaces';
import type { Handlers } from '../wire';

/** The drafts, and what dropping labels would mean. */
export function draftHandlers(
  drafts: Drafts,
  workspaces: OpenWorkspaces,
  policies: CompiledPolicies,
): Pick<
  Handlers,
  | 'drafts.get'
  | 'drafts.add'
  | 'drafts.remove'
  | 'drafts.undo'
  | 'drafts.redo'
  | 'drafts.discard'
  | 'drafts.dropVerdicts'
> {
  return {
    'drafts.get': ({ key }) => drafts.view(key),
    'drafts.add': ({ key, revision, changes }) => drafts.add(key, revision, changes),
    'drafts.remove': ({ key, revision, ids }) => drafts.remove(key, revision, ids),
    'drafts.undo': ({ key, revision }) => drafts.undo(key, revision),
    'drafts.redo': ({ key, revision }) => drafts.redo(key, revision),
    'drafts.discard': ({ key, revision }) => drafts.discard(key, revision),
    'drafts.dropVerdicts': async ({ key, labels, targets }) => {
      // Says so where the workspace is not connected, or nothing of it was read.
      workspaces.indexOf(key);
      return policies.drops(key, () => ({ key, labels, targets, draft: drafts.applying(key).changes }));
    },
  };
}
