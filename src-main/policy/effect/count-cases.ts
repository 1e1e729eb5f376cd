import { ones, PLANE_WORDS } from '../matrix/blocks';
import { withPii } from '../matrix/matrix';
import { type Cases, type LayerWords, piiOfCase, placeAdded, placeBefore } from './cases';
import type { EffectCounts } from './tally';

/** The word at this place afterwards. */
function later({ old, keep, gain, added }: LayerWords, from: number, more: number, at: number): number {
  return ((old[from + at] ?? 0) & (keep[at] ?? 0)) | (gain[at] ?? 0) | (added[more + at] ?? 0);
}

/** The columns of a word where a layer changes. */
function changedIn(words: LayerWords, from: number, more: number, word: number): number {
  const admin = word + PLANE_WORDS;
  return (
    ((words.old[from + word] ?? 0) ^ later(words, from, more, word)) |
    ((words.old[from + admin] ?? 0) ^ later(words, from, more, admin))
  );
}

/**
 * As `tally`, for 32 columns at once: each count is the number of bits of an
 * expression. `skipped`: the columns of the strip that are counted elsewhere.
 */
export function countCases(cases: Cases, skipped: Int32Array | undefined, counts: EffectCounts): void {
  const [certain, possible, undisputed] = cases.words;
  for (let number = 0; number < cases.size; number += 1) {
    const people = cases.people[number] ?? 0;
    const pii = piiOfCase(cases, number);
    const from = placeBefore(cases, number, 0);
    const more = placeAdded(cases, number, 0);
    for (const word of cases.active) {
      const open = ~(skipped?.[word] ?? 0);
      const old = certain.old[from + word] ?? 0;
      const now = later(certain, from, more, word);
      const oldAdmin = certain.old[from + PLANE_WORDS + word] ?? 0;
      const nowAdmin = later(certain, from, more, PLANE_WORDS + word);
      const piiOld = (pii & 1) !== 0 ? old : 0;
      const piiNow = (pii & 4) !== 0 ? now : 0;
      const sure = (old ^ now) | (oldAdmin ^ nowAdmin) | (piiOld ^ piiNow);
      let changed = sure;
      if (possible.differs || (pii & 10) !== 0) changed |= changedPossibly(cases, number, word, pii);
      if (undisputed.differs) {
        changed |= changedIn(undisputed, placeBefore(cases, number, 2), placeAdded(cases, number, 2), word);
      }
      changed &= open;
      if (changed === 0) continue;
      counts.cells += people * ones(changed);
      counts.onlyDoubt += people * ones(changed & ~sure);
      if ((sure & open) === 0) continue;
      counts.gained += people * ones(~old & now & open);
      counts.lost += people * ones(old & ~now & open);
      counts.raised += people * ones(old & now & ~oldAdmin & nowAdmin & open);
      counts.lowered += people * ones(old & now & oldAdmin & ~nowAdmin & open);
      counts.piiGained += people * ones(~piiOld & piiNow & open);
      counts.piiLost += people * ones(piiOld & ~piiNow & open);
    }
  }
}

/** The columns of a word where what is possible changes, PII included. */
function changedPossibly(cases: Cases, number: number, word: number, pii: number): number {
  const words = cases.words[1];
  const from = placeBefore(cases, number, 1);
  const more = placeAdded(cases, number, 1);
  const before = (pii & 2) !== 0 ? (words.old[from + word] ?? 0) : 0;
  const after = (pii & 8) !== 0 ? later(words, from, more, word) : 0;
  return changedIn(words, from, more, word) | (before ^ after);
}

/** The columns of a word in which a case changes in any way. */
export function changedColumns(cases: Cases, number: number, word: number): number {
  const [certain, , undisputed] = cases.words;
  const pii = piiOfCase(cases, number);
  const from = placeBefore(cases, number, 0);
  const more = placeAdded(cases, number, 0);
  const before = (pii & 1) !== 0 ? (certain.old[from + word] ?? 0) : 0;
  const after = (pii & 4) !== 0 ? later(certain, from, more, word) : 0;
  return (
    changedIn(certain, from, more, word) |
    (before ^ after) |
    changedPossibly(cases, number, word, pii) |
    changedIn(undisputed, placeBefore(cases, number, 2), placeAdded(cases, number, 2), word)
  );
}

/** The cells of one column of a case, before and after. */
function cellsAt(cases: Cases, number: number, offset: number): { before: number; after: number } {
  const word = offset >> 5;
  const bit = 1 << (offset & 31);
  const pii = piiOfCase(cases, number);
  let before = 0;
  let after = 0;
  cases.words.forEach((words, layer) => {
    const from = placeBefore(cases, number, layer);
    const more = placeAdded(cases, number, layer);
    for (const plane of [0, 1]) {
      const at = word + plane * PLANE_WORDS;
      const place = 2 * layer + plane;
      if (((words.old[from + at] ?? 0) & bit) !== 0) before |= 1 << place;
      if ((later(words, from, more, at) & bit) !== 0) after |= 1 << place;
    }
  });
  return { before: withPii(before, pii & 3), after: withPii(after, pii >> 2) };
}

/** The changed cells of a case, by their place in the strip. */
export function* changesOfCase(cases: Cases, number: number, skipped: Int32Array | undefined) {
  for (const word of cases.active) {
    const changed = changedColumns(cases, number, word) & ~(skipped?.[word] ?? 0);
    for (let left = changed; left !== 0; left &= left - 1) {
      const offset = word * 32 + 31 - Math.clz32(left & -left);
      yield { offset, ...cellsAt(cases, number, offset) };
    }
  }
}
