import type { Change } from '@contract/changes';
import type { Snapshot } from '@contract/snapshot';
import { apply } from '../../../src-main/policy/changes/apply';
import { noEffect, tally } from '../../../src-main/policy/effect/tally';
import { compile } from '../../../src-main/policy/policy';
import { Random } from '../../src-main/policy/random-world';
import { anyChange, CHANGE_KINDS } from '../random-changes';
import { anyWorld } from '../worlds';
import { count, fail, nothingYet, type ProofResult } from './proof';

/**
 * Of random drafts of one to six changes of all kinds: that the effect is the difference of two
 * fresh engines, cell by cell and in its counts; and that taking the changes back, the last one
 * first, gives the same snapshot.
 */

function cellsOf(snapshot: Snapshot): Map<string, number> {
  const window = compile(snapshot).matrixWindow(
    snapshot.members.map(({ id }) => id),
    snapshot.resources,
  );
  const cells = new Map<string, number>();
  let at = 0;
  for (const { id } of snapshot.members) {
    for (const resource of snapshot.resources) {
      const cell = window[at] ?? 0;
      if (cell !== 0) cells.set(`${id} ${resource.type}:${resource.id}`, cell);
      at += 1;
    }
  }
  return cells;
}

/** A draft that can be applied, with what each change leaves and what takes it back. */
interface Draft {
  readonly changes: Change[];
  readonly states: Snapshot[];
  readonly inverses: Change[];
}

function anyDraft(random: Random, world: Snapshot): Draft {
  const draft: Draft = { changes: [], states: [world], inverses: [] };
  const most = 1 + random.below(6);
  for (let tried = 0; draft.changes.length < most && tried < 30; tried += 1) {
    const before = draft.states.at(-1) ?? world;
    const undo = random.chance(0.05) ? draft.inverses.at(-1) : undefined;
    const change = undo ?? anyChange(random, before, random.pick(CHANGE_KINDS), 10 + tried);
    const applied = apply(before, change);
    if (applied.kind === 'impossible') continue;
    draft.changes.push(change);
    draft.states.push(applied.snapshot);
    draft.inverses.push(applied.inverse);
  }
  return draft;
}

function proveEffect(world: Snapshot, { changes, states }: Draft, result: ProofResult): void {
  const found = compile(world).effect(changes);
  if (found.kind !== 'effect') {
    fail(result, `impossible, ${found.reason}`, { changes, world });
    return;
  }
  const old = cellsOf(world);
  const now = cellsOf(states.at(-1) ?? world);
  const counts = noEffect();
  const wanted: string[] = [];
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [before, after] = [old.get(key) ?? 0, now.get(key) ?? 0];
    if (before !== after) wanted.push(`${key} ${before} ${after}`);
    tally(counts, before, after, 1);
    if (((before ^ after) & 192) !== 0) count(result, 'PII differences');
  }
  const got = [...found.effect.changes()].map(
    ({ memberId, resource, before, after }) =>
      `${memberId} ${resource.type}:${resource.id} ${before} ${after}`,
  );
  count(result, 'effects');
  count(result, 'differing cells', wanted.length);
  if (JSON.stringify(got.sort()) !== JSON.stringify(wanted.sort())) {
    fail(result, 'an effect is not the difference', { changes, got, wanted, world });
  }
  if (JSON.stringify(found.effect.counts) !== JSON.stringify(counts)) {
    fail(result, 'the counts of an effect', { changes, got: found.effect.counts, wanted: counts, world });
  }
}

function proveInverse(world: Snapshot, { changes, states, inverses }: Draft, result: ProofResult): void {
  let now = states.at(-1) ?? world;
  for (let at = inverses.length - 1; at >= 0; at -= 1) {
    const inverse = inverses[at];
    const back = inverse === undefined ? null : apply(now, inverse);
    count(result, 'inverses');
    if (back?.kind !== 'applied' || JSON.stringify(back.snapshot) !== JSON.stringify(states[at])) {
      fail(result, 'an inverse does not lead back', { changes, at, world });
      return;
    }
    now = back.snapshot;
  }
}

/** A draft on each of so many worlds. */
export function proveDrafts(seed: number, worlds: number): ProofResult {
  const random = new Random(seed);
  const result = nothingYet();
  for (let number = 0; number < worlds; number += 1) {
    const world = anyWorld(random);
    const untouched = JSON.stringify(world);
    const draft = anyDraft(random, world);
    count(result, 'worlds');
    for (const { kind } of draft.changes) count(result, kind);
    proveEffect(world, draft, result);
    proveInverse(world, draft, result);
    if (JSON.stringify(world) !== untouched)
      fail(result, 'a snapshot was changed', { changes: draft.changes });
  }
  return result;
}
