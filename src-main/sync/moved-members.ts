import { lists } from '../segment/endpoints';
import type { Touched } from './audit/touched';
import { inParallel } from './in-parallel';
import { failsAlone, type Reading } from './reading';
import type { Reusable } from './reusable';

/**
 * Where the trail tells that a member came into or went out of a group, but not
 * which: asks for the groups of the member and marks those that differ from the
 * base. False when that cannot be read; then everything is.
 */
export async function markMovedMembers(
  reading: Reading,
  touched: Touched,
  reusable: Reusable,
  present: ReadonlySet<string>,
): Promise<boolean> {
  const { client, context } = reading;
  let told = true;
  // Those who are not in the list any more are missed in their groups anyway.
  const moved = [...touched.memberships].filter((id) => present.has(id));
  await inParallel(moved, context.signal, async (id, signal) => {
    try {
      const { entries } = await client.list(
        lists.userGroups,
        { path: { userId: id } },
        { ...context, signal },
      );
      const now = new Set(entries.map((group) => group.id));
      const before = reusable.groupsOf(id);
      for (const group of now) if (!before.has(group)) touched.groupMembers.add(group);
      for (const group of before) if (!now.has(group)) touched.groupMembers.add(group);
    } catch (error) {
      // A member who is gone meanwhile is found missing like the others.
      if (failsAlone(error).kind !== 'notFound') told = false;
    }
  });
  return told;
}
