import type { Edit } from '@contract/changes';

/** The edits that make a change, or why it makes no sense on this snapshot. */
export type EditPlan = { readonly kind: 'edits'; readonly edits: readonly Edit[] } | Impossible;

/**
 * Why a change cannot be applied here: it makes no sense (no such group), or what it would
 * change could not be read (`unseen`), so that Segment might well accept it.
 */
export interface Impossible {
  readonly kind: 'impossible';
  readonly reason: string;
  readonly unseen: boolean;
}

/** A change that makes no sense here. */
export function impossible(reason: string): Impossible {
  return { kind: 'impossible', reason, unseen: false };
}

/** A change of something that could not be read. */
export function unseen(reason: string): Impossible {
  return { kind: 'impossible', reason, unseen: true };
}

/** A change made of these edits, in this order; none when everything is so already. */
export function edits(...list: readonly Edit[]): EditPlan {
  return { kind: 'edits', edits: list };
}
