import type { Snapshot } from '@contract/snapshot';
import type { PlanStep, TargetState } from './plan';
import type { DraftedChange } from './replay';

/**
 * The order of the writes: what others need is made first, adding comes before taking
 * away, so that nobody is without access in between, and deletions come last. Invites and
 * members go after the groups that they are in, so that a group is still as it was planned.
 */
export const PHASES = [
  'createLabel',
  'createGroup',
  'addMembers',
  'addGrants',
  'addLabels',
  'replaceGrants',
  'replaceLabels',
  'takeOut',
  'rename',
  'deleteGroup',
  'revoke',
  'invite',
  'removeMember',
  /** Of somebody who is a member until the step before: Segment refuses it earlier. */
  'inviteAgain',
  'deleteLabel',
] as const;
/** When a write is done. */
export type Phase = (typeof PHASES)[number];

/** A write before it has its number and knows what it depends on. */
export interface Sketch {
  readonly phase: Phase;
  readonly target: PlanStep['target'];
  readonly words: string;
  readonly items: readonly string[];
  readonly method: PlanStep['request']['method'];
  readonly path: string;
  /** The method's path template, for the rate limit. */
  readonly template: string;
  readonly limited: boolean;
  readonly body: object | null;
  readonly before: TargetState;
  readonly after: TargetState;
  readonly confirm: PlanStep['confirm'];
  /** Who becomes or stops being an owner through it: losses wait for gains. */
  readonly owners: 'gains' | 'loses' | null;
  /** The draft id of the group that it creates, or that it is about. */
  readonly creates?: string;
  /** Labels (`key:value`) that it needs beyond those in `after`. */
  readonly labels?: readonly string[];
  /** Writes that must be done before, whatever else. */
  readonly needs?: readonly Sketch[];
}

/** What the steps are made from. */
export interface Drafting {
  readonly base: Snapshot;
  readonly drafted: Snapshot;
  /** The items that apply, in their order. */
  readonly items: readonly DraftedChange[];
  /** Ids of members and groups that the draft removes: nothing else is written to them. */
  readonly removedMembers: ReadonlySet<string>;
  readonly deletedGroups: ReadonlySet<string>;
}

/** Writes, and items that cannot be carried out. */
export interface Sketched {
  readonly sketches: readonly Sketch[];
  readonly leftOut: readonly { readonly items: readonly string[]; readonly reason: string }[];
}

/** The ids of the items that a test picks. */
export function itemsWhere(
  { items }: Drafting,
  isAbout: (change: DraftedChange['change']) => boolean,
): string[] {
  return items.flatMap(({ id, change }) => (isAbout(change) ? [id] : []));
}
