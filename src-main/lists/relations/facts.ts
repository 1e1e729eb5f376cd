import type { Snapshot } from '@contract/snapshot';
import { lazy } from '../lazy';
import { createGrantsOnResources } from './grants-on-resources';
import { readHeldGrants } from './held-grants';
import { readMemberships } from './memberships';
import { readResourceRelations } from './resource-relations';
import { addressKey } from './subject-ids';
import { readUnknowns } from './unknown-reasons';

/** A snapshot with its look-ups, each made when first asked for and kept. */
export function readFacts(snapshot: Snapshot) {
  const unknowns = readUnknowns(snapshot);
  const memberships = lazy(() => readMemberships(snapshot, unknowns));
  const grants = lazy(() => readHeldGrants(snapshot));
  const resources = lazy(() => readResourceRelations(snapshot));
  return {
    snapshot,
    unknowns,
    memberships,
    grants,
    resources,
    grantsOn: lazy(() => createGrantsOnResources(grants(), resources())),
    memberById: lazy(() => new Map(snapshot.members.map((member) => [member.id, member]))),
    inviteByAddress: lazy(
      () => new Map(snapshot.invites.map((invite) => [addressKey(invite.email), invite])),
    ),
  };
}
export type WorkspaceFacts = ReturnType<typeof readFacts>;
