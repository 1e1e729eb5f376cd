import { resourceTypes } from '../catalogue/role-rights';
import { COLLECTION_OF, unreadError } from '../decision/question';
import type { Things } from '../reach/what-can';
import type { ResourceKey } from '../world/columns';
import type { Matrix } from './matrix';

/**
 * Every resource that a member reaches. Whoever has a level may view, and only they (R12, R26): the
 * member's cells say it, without a question for each resource. For members only.
 */
export function viewedBy(matrix: Matrix, memberId: string): Things {
  const { world } = matrix;
  const { resources } = world.snapshot;
  const cells = matrix.window([memberId], resources);
  const allowed: ResourceKey[] = [];
  const unknown: ResourceKey[] = [];
  resources.forEach(({ type, id }, place) => {
    const cell = cells[place] ?? 0;
    if ((cell & 1) !== 0) allowed.push({ type, id });
    else if ((cell & 4) !== 0) unknown.push({ type, id });
  });
  return {
    allowed,
    unknown,
    errors: resourceTypes.flatMap((type) => unreadError(world, COLLECTION_OF[type])),
  };
}
