import type { AttestationStore } from '../../attestations/attestation-store';
import { inspect } from '../../inspect/inspect';
import { findInPalette } from '../../lists/palette';
import {
  queryGroups,
  queryLabels,
  queryMembers,
  queryResources,
  queryRoles,
  queryTokens,
} from '../../lists/queries';
import type { OpenWorkspaces } from '../../workspaces/open-workspaces';
import type { Handlers } from '../wire';

/** Windows of the lists, what the palette finds, and everything about one thing. */
export function listHandlers(
  workspaces: OpenWorkspaces,
  attestations: AttestationStore,
): Pick<
  Handlers,
  | 'lists.members'
  | 'lists.groups'
  | 'lists.resources'
  | 'lists.labels'
  | 'lists.roles'
  | 'lists.tokens'
  | 'palette.find'
  | 'inspect'
> {
  return {
    'lists.members': (input) => queryMembers(workspaces.indexOf(input.key), input),
    'lists.groups': (input) => queryGroups(workspaces.indexOf(input.key), input),
    'lists.resources': (input) => queryResources(workspaces.indexOf(input.key), input),
    'lists.labels': (input) => queryLabels(workspaces.indexOf(input.key), input),
    'lists.roles': (input) => queryRoles(workspaces.indexOf(input.key), input),
    'lists.tokens': (input) => queryTokens(workspaces.indexOf(input.key), input),
    'palette.find': ({ text, limit }) => findInPalette(workspaces.indexes(), text, limit),
    inspect: ({ key, subject }) =>
      inspect(workspaces.indexOf(key), subject, { attestations: attestations.list(key) }),
  };
}
