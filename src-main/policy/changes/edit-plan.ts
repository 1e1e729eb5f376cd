import type { Edit } from '@contract/changes';

/** The edits that make a change, or why it makes no sense on this snapshot. */
export type EditPlan =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'impossible'; readonly reason: string };

/** A change that makes no sense here. */
export function impossible(reason: string): { readonly kind: 'impossible'; readonly reason: string } {
  return { kind: 'impossible', reason };
}

/** A change made of these edits, in this order; none when everything is so already. */
export function edits(...list: readonly Edit[]): EditPlan {
  return { kind: 'edits', edits: list };
}
