import { resourceOfSubject } from '../../inspector/access/resource-of-subject';
import type { Chosen } from '../../stores/selection';
import type { GridThing } from './grid-model';
import { isSeveral } from './head-words';

/** What a place of the grid opens. */
export type Opened =
  | { kind: 'nothing' }
  /** In the inspector. */
  | { kind: 'inspect'; chosen: Chosen }
  /** Folds or unfolds a line. */
  | { kind: 'fold'; id: string }
  /** Lists who stands behind a line. */
  | { kind: 'list'; line: number; size: number };

/**
 * What a place opens: a cell its explanation, a head its thing, a fold its
 * resources, a line of several their names. The cells of a group show the group.
 * Of those alike the first speaks for all.
 */
export function openedBy(thing: GridThing): Opened {
  switch (thing.kind) {
    case 'waiting':
    case 'corner':
      return { kind: 'nothing' };
    case 'principal':
      return isSeveral(thing.head)
        ? { kind: 'list', line: thing.line, size: thing.head.size }
        : { kind: 'inspect', chosen: thing.head.subject };
    case 'resource':
      return thing.head.kind === 'fold'
        ? { kind: 'fold', id: thing.head.id }
        : { kind: 'inspect', chosen: thing.head.subject };
    case 'cell': {
      const { principal, resource } = thing;
      if (resource.kind === 'fold') return { kind: 'fold', id: resource.id };
      const { subject } = principal;
      if (subject.kind !== 'member') return { kind: 'inspect', chosen: subject };
      return {
        kind: 'inspect',
        chosen: {
          kind: 'pair',
          memberId: subject.id,
          resource: resourceOfSubject(resource.type, resource.subject),
          action: 'view',
        },
      };
    }
  }
}
