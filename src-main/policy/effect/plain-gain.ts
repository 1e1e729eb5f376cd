import { BLOCK_WORDS, ones, PLANE_WORDS, STRIP } from '../matrix/blocks';
import type { Matrix } from '../matrix/matrix';
import type { Strip } from '../matrix/strip';
import type { LayerSteps, Parcel } from './parcels';
import type { EffectCounts } from './tally';

/** What everybody of a parcel gains in a strip, without the columns that are counted elsewhere. */
interface PlainGain {
  /** The gain in what is certain, read then admin. */
  readonly certain: Int32Array;
  /** The gain in what is undisputed. */
  readonly undisputed: Int32Array;
  /** The columns of `undisputed`. */
  readonly agreed: Int32Array;
  /** The words of a plane in which there is any. */
  readonly active: readonly number[];
}

/**
 * The gain of a strip where it is plain: nothing is lost, PII stays, what is
 * possible grows as what is certain does, and so does what is undisputed or not
 * at all, column by column. `null` where it is not.
 */
function plainGain(parcel: Parcel, steps: LayerSteps, skipped: Int32Array | undefined): PlainGain | null {
  if (parcel.piiMoves) return null;
  const certain = new Int32Array(BLOCK_WORDS);
  const undisputed = new Int32Array(BLOCK_WORDS);
  const agreed = new Int32Array(PLANE_WORDS);
  const active: number[] = [];
  const [one, two, three] = steps;
  for (const { keep, more } of steps) if (more !== null || keep.some((word) => word !== -1)) return null;
  for (let word = 0; word < PLANE_WORDS; word += 1) {
    const admin = word + PLANE_WORDS;
    const read = one.gain[word] ?? 0;
    const edit = one.gain[admin] ?? 0;
    if (read !== two.gain[word] || edit !== two.gain[admin]) return null;
    const both = (three.gain[word] ?? 0) | (three.gain[admin] ?? 0);
    if ((read & both) !== three.gain[word] || (edit & both) !== three.gain[admin]) return null;
    const open = ~(skipped?.[word] ?? 0);
    certain[word] = read & open;
    certain[admin] = edit & open;
    undisputed[word] = (three.gain[word] ?? 0) & open;
    undisputed[admin] = (three.gain[admin] ?? 0) & open;
    agreed[word] = both & open;
    if (((read | edit) & open) !== 0) active.push(word);
  }
  return { certain, undisputed, agreed, active };
}

/** How many columns of the strip there are where everybody becomes admin: all of them, or 0 for not all. */
function wholeStrip({ certain }: PlainGain, width: number): number {
  let sum = 0;
  for (let word = 0; word < PLANE_WORDS; word += 1) {
    sum += ones((certain[word] ?? 0) & (certain[word + PLANE_WORDS] ?? 0));
  }
  return sum === width ? width : 0;
}

/** Adds up a gain in what is certain; the columns where what is undisputed grows too are only half told. */
function countCertain(
  gain: PlainGain,
  strip: Strip,
  width: number,
  people: Uint32Array,
  seeing: Uint32Array,
  counts: EffectCounts,
) {
  const { certain, agreed, active } = gain;
  const { words, sums } = strip;
  // Where the whole strip is gained, the rest of each block is known without a look at it.
  const whole = wholeStrip(gain, width);
  const looked = whole === 0 ? active : active.filter((word) => agreed[word] !== 0);
  for (let block = 0; block < people.length; block += 1) {
    const times = people[block] ?? 0;
    if (times === 0) continue;
    const from = block * BLOCK_WORDS;
    let gained = 0;
    let sure = 0;
    let told = 0;
    for (let at = 0; at < looked.length; at += 1) {
      const word = looked[at] ?? 0;
      const read = (certain[word] ?? 0) & ~(words[from + word] ?? 0);
      const any = read | ((certain[word + PLANE_WORDS] ?? 0) & ~(words[from + word + PLANE_WORDS] ?? 0));
      gained += ones(read);
      sure += ones(any);
      told += ones(any & (agreed[word] ?? 0));
    }
    if (whole !== 0) {
      gained = whole - (sums[2 * block] ?? 0);
      sure = whole - (sums[2 * block + 1] ?? 0);
    }
    counts.gained += times * gained;
    counts.raised += times * (sure - gained);
    counts.cells += times * (sure - told);
    // Put right by `countUndisputed`, which counts these columns with their doubtful ones.
    counts.onlyDoubt -= times * told;
    counts.piiGained += (seeing[block] ?? 0) * gained;
  }
}

/** The columns where what is undisputed grows: whatever is certain there changes with it. */
function countUndisputed(gain: PlainGain, words: Int32Array, people: Uint32Array, counts: EffectCounts) {
  const { undisputed, agreed } = gain;
  const active = gain.active.filter((word) => agreed[word] !== 0);
  for (let block = 0; block < people.length && active.length > 0; block += 1) {
    const times = people[block] ?? 0;
    if (times === 0) continue;
    const from = block * BLOCK_WORDS;
    let changed = 0;
    for (const word of active) {
      const read = (undisputed[word] ?? 0) & ~(words[from + word] ?? 0);
      const admin = (undisputed[word + PLANE_WORDS] ?? 0) & ~(words[from + word + PLANE_WORDS] ?? 0);
      changed += ones(read | admin);
    }
    counts.cells += times * changed;
    counts.onlyDoubt += times * changed;
  }
}

/**
 * Counts a plain gain; false where it is none. What is undisputed is part of what
 * is certain. A column where both grow alike therefore changes exactly where the
 * undisputed one does, any other where the certain one does: the layers are
 * counted apart, for each distinct block once, with no look at their combinations.
 */
export function countPlainGain(
  matrix: Matrix,
  parcel: Parcel,
  position: number,
  steps: LayerSteps,
  skipped: Int32Array | undefined,
  counts: EffectCounts,
): boolean {
  const gain = plainGain(parcel, steps, skipped);
  if (gain === null) return false;
  if (gain.active.length === 0) return true;
  const certain = matrix.strips.strip(position, 0);
  const { before, people, pii } = parcel;
  const inBlock = new Uint32Array(certain.blockCount);
  const seeing = new Uint32Array(certain.blockCount);
  for (let pair = 0; pair < before.length; pair += 1) {
    const block = certain.ofSeat[before[pair] ?? 0] ?? 0;
    const times = people[pair] ?? 0;
    inBlock[block] = (inBlock[block] ?? 0) + times;
    if (((pii[pair] ?? 0) & 1) !== 0) seeing[block] = (seeing[block] ?? 0) + times;
  }
  const width = Math.min(STRIP, matrix.world.columns.list.length - position * STRIP);
  countCertain(gain, certain, width, inBlock, seeing, counts);
  if (gain.agreed.every((word) => word === 0)) return true;
  const undisputed = matrix.strips.strip(position, 2);
  const inOther = undisputed === certain ? inBlock : new Uint32Array(undisputed.blockCount);
  if (undisputed !== certain) {
    for (let pair = 0; pair < before.length; pair += 1) {
      const block = undisputed.ofSeat[before[pair] ?? 0] ?? 0;
      inOther[block] = (inOther[block] ?? 0) + (people[pair] ?? 0);
    }
  }
  countUndisputed(gain, undisputed.words, inOther, counts);
  return true;
}
