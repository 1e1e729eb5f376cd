import type { Snapshot } from '@contract/snapshot';
import { keyText } from '../world/columns';
import type { Effect } from './effect';
import { type EffectCounts, noEffect, tally } from './tally';

/** What a draft does to each person and to each resource, by id and `TYPE:id`. */
export interface EffectByEnds {
  readonly members: ReadonlyMap<string, EffectCounts>;
  readonly resources: ReadonlyMap<string, EffectCounts>;
}

function countsIn(counts: Map<string, EffectCounts>, id: string): EffectCounts {
  const known = counts.get(id);
  if (known !== undefined) return known;
  const made = noEffect();
  counts.set(id, made);
  return made;
}

/** Counts every changed cell for its person and for its resource. */
export function effectByEnds(effect: Effect): EffectByEnds {
  const members = new Map<string, EffectCounts>();
  const resources = new Map<string, EffectCounts>();
  for (const { memberId, resource, before, after } of effect.changes()) {
    tally(countsIn(members, memberId), before, after, 1);
    tally(countsIn(resources, keyText(resource)), before, after, 1);
  }
  return { members, resources };
}

function add(to: EffectCounts, more: EffectCounts): void {
  to.cells += more.cells;
  to.gained += more.gained;
  to.lost += more.lost;
  to.raised += more.raised;
  to.lowered += more.lowered;
  to.piiGained += more.piiGained;
  to.piiLost += more.piiLost;
  to.onlyDoubt += more.onlyDoubt;
}

/**
 * The changed cells of the people in each group, who are in it before or after the draft.
 * Somebody in two groups counts in both; groups without a changed person are left out.
 */
export function effectByGroup(
  { members }: EffectByEnds,
  before: Pick<Snapshot, 'groups'>,
  after: Pick<Snapshot, 'groups'>,
): Map<string, EffectCounts> {
  const people = new Map<string, Set<string>>();
  for (const { id, memberIds } of [...before.groups, ...after.groups]) {
    const known = people.get(id) ?? new Set<string>();
    people.set(id, known);
    for (const member of memberIds ?? []) if (members.has(member)) known.add(member);
  }
  const found = new Map<string, EffectCounts>();
  for (const [id, ids] of people) {
    for (const member of ids) {
      const counts = members.get(member);
      if (counts !== undefined) add(countsIn(found, id), counts);
    }
  }
  return found;
}
