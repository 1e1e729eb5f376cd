import { resourceTypeSchema } from '@contract/snapshot';
import { resourceTarget, type Target, theWorkspace } from '../../policy/decision/target';
import type { ResourceKey } from '../../policy/world/columns';

/** `TYPE:id` as a key. Throws for a kind that there is not. */
export function resourceKeyOf(text: string): ResourceKey {
  const colon = text.indexOf(':');
  return { type: resourceTypeSchema.parse(text.slice(0, colon)), id: text.slice(colon + 1) };
}

/** What a question is about: `TYPE:id`, `TYPE:a+TYPE:b`, or `null` for the workspace. */
export function targetOf(text: string | null): Target {
  if (text === null) return theWorkspace;
  const [one = '', other] = text.split('+');
  if (other === undefined) return resourceTarget(resourceKeyOf(one));
  return { kind: 'pair', ends: [resourceKeyOf(one), resourceKeyOf(other)] };
}
