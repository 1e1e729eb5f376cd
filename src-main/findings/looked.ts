import type { WorkspaceFacts } from '../lists/relations/facts';
import type { Policy } from '../policy/policy';
import { Extents } from './extents';
import type { Looked, LookedGrant } from './finding';

/** Prepares a compiled policy for the rules. */
export function lookAt(policy: Policy, facts: WorkspaceFacts): Looked {
  const { world } = policy.matrix;
  const held = facts.grants();
  const powersOf = (kind: 'member' | 'group', id: string): LookedGrant[] => {
    const grants = held.ofHolder(kind, id);
    const powers = world.powers.read(
      grants.map(({ grant }) => grant),
      null,
    );
    return grants.map((each, at) => ({ held: each, power: powers[at] ?? 0 }));
  };
  return {
    policy,
    facts,
    extents: new Extents(world),
    grants: [
      ...policy.snapshot.members.flatMap(({ id }) => powersOf('member', id)),
      ...policy.snapshot.groups.flatMap(({ id }) => powersOf('group', id)),
    ],
  };
}
