import type { Change } from '@contract/changes';
import type { Snapshot } from '@contract/snapshot';
import { labelsOf } from '../policy/changes/label-edits';
import { keyText } from '../policy/world/columns';
import { effortOf } from './effort';
import { grantSteps } from './grant-steps';
import { groupSteps } from './group-steps';
import { labelSteps } from './label-steps';
import { orderSteps } from './order-steps';
import { peopleSteps } from './people-steps';
import type { Plan, PlanStep } from './plan';
import { type DraftedChange, draftedSnapshot, type ReplayedItem, replay } from './replay';
import type { Drafting, Sketched } from './sketch';

const SPACE_LABELS =
  "Segment's Public API neither shows nor sets the labels of spaces: state them in Gatehouse, and set them in Segment's own pages.";
const CANCELS_OUT = 'It comes to nothing together with other changes of the draft.';

/** Why a replayed item is left out; `null` when it applies. */
function objection({ item, state, before }: ReplayedItem): string | null {
  if (isOfHiddenLabels(item.change, before.snapshot)) return SPACE_LABELS;
  switch (state.kind) {
    case 'applies':
      return null;
    case 'done':
      return 'The workspace is so already.';
    case 'doesNotApply':
      return state.reason;
  }
}

function isOfHiddenLabels(change: Change, snapshot: Snapshot): boolean {
  if (change.kind !== 'addLabel' && change.kind !== 'removeLabel') return false;
  const key = keyText(change.resource);
  const resource = snapshot.resources.find((each) => keyText(each) === key);
  return resource !== undefined && labelsOf(resource) === null;
}

function draftingOf(base: Snapshot, replayed: readonly ReplayedItem[]): Drafting {
  const drafted = draftedSnapshot(base, replayed);
  const members = new Set(drafted.members.map(({ id }) => id));
  const groups = new Set(drafted.groups.map(({ id }) => id));
  return {
    base,
    drafted,
    items: replayed.filter(({ state }) => state.kind === 'applies').map(({ item }) => item),
    removedMembers: new Set(base.members.filter(({ id }) => !members.has(id)).map(({ id }) => id)),
    deletedGroups: new Set(base.groups.filter(({ id }) => !groups.has(id)).map(({ id }) => id)),
  };
}

const BUILDERS: readonly ((drafting: Drafting) => Sketched)[] = [
  labelSteps,
  groupSteps,
  grantSteps,
  peopleSteps,
];

interface Attempt {
  readonly replayed: readonly ReplayedItem[];
  readonly steps: PlanStep[];
  readonly leftOut: Map<string, string>;
}

/** One try with these items: the steps, and what of them cannot be carried out. */
function attempt(base: Snapshot, items: readonly DraftedChange[], known: readonly ReplayedItem[]): Attempt {
  const replayed = replay(base, items, known);
  const leftOut = new Map<string, string>();
  for (const each of replayed) {
    const reason = objection(each);
    if (reason !== null) leftOut.set(each.item.id, reason);
  }
  const drafting = draftingOf(base, replayed);
  const sketched = BUILDERS.map((build) => build(drafting));
  for (const { items: left, reason } of sketched.flatMap((each) => each.leftOut)) {
    for (const id of left) leftOut.set(id, reason);
  }
  const steps = orderSteps(
    sketched.flatMap(({ sketches }) => sketches),
    base,
    drafting.drafted,
  );
  return { replayed, steps, leftOut };
}

/**
 * A draft as ordered Public API steps. What cannot be carried out is left out with its reason, and
 * the rest is planned as if it had never been in the draft: a step must not rely on what does not happen.
 * `known` is a replay on the same snapshot, to be taken over as far as it holds the same items.
 */
export function makePlan(
  base: Snapshot,
  items: readonly DraftedChange[],
  known: readonly ReplayedItem[] = [],
): Plan {
  const leftOut = new Map<string, string>();
  let remaining = items;
  let tried = attempt(base, remaining, known);
  // Each round leaves out at least one item more.
  while (tried.leftOut.size > 0) {
    const { leftOut: more } = tried;
    for (const [id, reason] of more) leftOut.set(id, reason);
    remaining = remaining.filter(({ id }) => !more.has(id));
    tried = attempt(base, remaining, tried.replayed);
  }
  const { steps } = tried;
  const carriedOut = new Set(steps.flatMap((step) => step.items));
  for (const { id } of remaining) if (!carriedOut.has(id)) leftOut.set(id, CANCELS_OUT);
  return {
    fingerprint: base.fingerprint,
    readAt: base.startedAt,
    workspaceId: base.workspace.id,
    steps,
    leftOut: items.flatMap(({ id, words }) => {
      const reason = leftOut.get(id);
      return reason === undefined ? [] : [{ item: id, words, reason }];
    }),
    ...effortOf(steps),
  };
}
