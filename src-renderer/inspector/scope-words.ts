import type { ScopeView } from '@contract/inspect';
import type { ResourceType } from '@contract/snapshot';
import { countText } from '../components/list/counts';
import { RESOURCE_KINDS } from '../components/list/resource-kinds';

/**
 * The words of a scope, before whatever it lists: `all current and future
 * sources`, `these 3 sources:`, `sources with`. Of an unknown scope the words
 * are only that it is unknown; its reason is shown beside them.
 */
export function scopeLead(scope: ScopeView): string {
  switch (scope.kind) {
    case 'all':
      return allWords(scope.of);
    case 'labels':
      return `${scope.of} with`;
    case 'list': {
      const count = scope.resources.length;
      const kind = kindWord(
        scope.resources.map(({ type }) => type),
        count,
      );
      return count === 1 ? `this ${kind}:` : `these ${countText(count)} ${kind}:`;
    }
    case 'unknown':
      return 'scope unknown';
  }
}

/** What roles are about that workspaces have many of, so that there will be more of it. */
const COUNTABLE: readonly string[] = [
  'resources',
  'resources of the workspace',
  ...Object.values(RESOURCE_KINDS).map(({ many }) => many.toLowerCase()),
];

/** Some roles are about the workspace itself or an area of its settings, of which there is only one. */
function allWords(of: string): string {
  if (COUNTABLE.includes(of)) return `all current and future ${of}`;
  return of === 'the workspace' ? 'the whole workspace' : of;
}

function kindWord(types: readonly ResourceType[], count: number): string {
  const [first, ...others] = new Set(types);
  if (first === undefined || others.length > 0) return count === 1 ? 'resource' : 'resources';
  const { one, many } = RESOURCE_KINDS[first];
  return (count === 1 ? one : many).toLowerCase();
}
