import type { Grant, Member, Snapshot } from '@contract/snapshot';
import { type Findings, findAll } from '../findings/find';
import { lazy } from '../lists/lazy';
import { readFacts, type WorkspaceFacts } from '../lists/relations/facts';
import { compile, type Policy } from '../policy/policy';

/** A compiled policy with what its answers are worded from. */
export interface HeldPolicy {
  readonly policy: Policy;
  readonly facts: WorkspaceFacts;
  /** What each group gives by itself: a policy whose members are the groups. */
  readonly groupsAlone: () => Policy;
  /** What the rules found in it. */
  readonly findings: () => Findings;
}

/** The workspace with nobody in it but these, who hold grants of their own only. */
function withOnly(snapshot: Snapshot, members: Member[]): Snapshot {
  const unknowns = snapshot.unknowns.filter(({ subject }) => subject !== 'groups' && subject !== 'members');
  return { ...snapshot, members, groups: [], invites: [], unknowns };
}

/** The workspace with one member, who holds this grant alone: what they reach is what it opens. */
export function holderOf(snapshot: Snapshot, memberId: string, grant: Grant): Snapshot {
  return withOnly(snapshot, [{ id: memberId, name: '', email: '', grants: [grant] }]);
}

/** Each group as somebody who holds its grants and nothing else. Lists that could not be read give nobody anything here. */
export function groupsAsMembers(snapshot: Snapshot): Snapshot {
  const members = snapshot.groups.map(
    ({ id, name, grants }): Member => ({ id, name, email: '', grants: grants === null ? null : [...grants] }),
  );
  return withOnly(snapshot, members);
}

/** Compiles a snapshot for the questions of the window. */
export function holdPolicy(snapshot: Snapshot): HeldPolicy {
  const policy = compile(snapshot);
  const facts = readFacts(snapshot);
  return {
    policy,
    facts,
    findings: lazy(() => findAll(policy, facts)),
    groupsAlone: lazy(() => compile(groupsAsMembers(snapshot))),
  };
}
