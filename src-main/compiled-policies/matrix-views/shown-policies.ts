import type { Change } from '@contract/changes';
import type { MatrixView } from '@contract/matrix';
import type { Snapshot } from '@contract/snapshot';
import { withoutOwnerGrants } from '../../findings/without-owners';
import { lazy } from '../../lists/lazy';
import { apply } from '../../policy/changes/apply';
import { compile, type Policy } from '../../policy/policy';
import { groupsAsMembers, type HeldPolicy } from '../held-policy';
import { grantedBy } from './granted-by';

/** What decides which policy a view shows. */
export type Shown = Pick<MatrixView, 'principals' | 'sources'>;

/** The policy whose cells a view shows, and the same without owner roles. */
export interface ShownPolicies {
  readonly policy: Policy;
  readonly withoutOwners: () => Policy;
}

/** The world that a view is about: some of the grants, groups in the place of members. */
function shownOf(snapshot: Snapshot, { principals, sources }: Shown): Snapshot {
  const granted = sources.length === 0 ? snapshot : grantedBy(snapshot, sources);
  return principals === 'members' ? granted : groupsAsMembers(granted);
}

/** Compiles the policy of a view; what the workspace has already is taken from there. */
export function showPolicies(held: HeldPolicy, shown: Shown): ShownPolicies {
  const { snapshot } = held.policy;
  const compiled = () => {
    if (shown.sources.length > 0) return compile(shownOf(snapshot, shown));
    return shown.principals === 'members' ? held.policy : held.groupsAlone();
  };
  return {
    policy: compiled(),
    withoutOwners: lazy(() => compile(shownOf(withoutOwnerGrants(snapshot), shown))),
  };
}

/** The policy of a view with a draft in it; a change that makes no sense here is passed over. */
export function draftedPolicy(held: HeldPolicy, shown: Shown, draft: readonly Change[]): Policy {
  let { snapshot } = held.policy;
  for (const change of draft) {
    const applied = apply(snapshot, change);
    if (applied.kind === 'applied') snapshot = applied.snapshot;
  }
  return compile(shownOf(snapshot, shown));
}
