import type { Coverage } from '../world/powers';
import { BLOCK_WORDS, narrow, PLANE_WORDS } from './blocks';
import type { Seats } from './seats';
import { Strip } from './strip';
import type { StripFacts } from './strip-facts';
import type { PowerTraits, Traits } from './traits';
import type { Workbench } from './workbench';

/** What a fold leaves out. */
export interface Leaving {
  /** The bundle (by its number in the seats) that counts for nothing; 0 for none. */
  readonly without: number;
  /** The columns that matter: others stay empty. */
  readonly within: Int32Array;
}

const reached = new Int32Array(PLANE_WORDS);
let ofPowers = new Int32Array(0);
let ofBundles = new Int32Array(0);
let ofNodes = new Int32Array(0);

/** Numbers to write over, kept from one fold to the next: fresh memory would cost more than the work. */
function room(numbers: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  return numbers.length < size ? new Int32Array(size) : numbers;
}

/** The block of one power. */
function blockOfPower(
  bench: Workbench,
  power: Traits,
  facts: StripFacts,
  least: Coverage,
  within: Int32Array | null,
): number {
  if ((power.types & facts.types) === 0 || power.code === 0) return 0;
  if (within !== null && !facts.mayReach(power, within)) return 0;
  if (!facts.reached(power, least, reached)) return 0;
  const to = bench.draft();
  const { words } = bench;
  let any = 0;
  for (let word = 0; word < PLANE_WORDS; word += 1) {
    const bits = within === null ? (reached[word] ?? 0) : (reached[word] ?? 0) & (within[word] ?? 0);
    words[to + word] = bits;
    words[to + PLANE_WORDS + word] = (power.code & 2) !== 0 ? bits : 0;
    any |= bits;
  }
  return any === 0 ? 0 : bench.settle();
}

/** Each bundle from its powers. */
function foldBundles(
  bench: Workbench,
  seats: Seats,
  ofPower: Int32Array,
  ofBundle: Int32Array,
  without: number,
) {
  const { start, powersOfBundle } = seats;
  for (let bundle = 0, at = 0; bundle < seats.bundles.length; bundle += 1) {
    let block = 0;
    for (const end = start[bundle + 1] ?? 0; at < end; at += 1) {
      const more = ofPower[powersOfBundle[at] ?? 0] ?? 0;
      if (more !== 0) block = bench.union(block, more);
    }
    ofBundle[bundle] = bundle === without ? 0 : block;
  }
}

/** Each row from the one that it extends and the bundle that it adds; most bundles add nothing in a strip. */
function foldNodes(bench: Workbench, seats: Seats, ofBundle: Int32Array, ofNode: Int32Array) {
  const { parent, bundle } = seats;
  ofNode[0] = 0;
  for (let node = 1; node < parent.length; node += 1) {
    const inherited = ofNode[parent[node] ?? 0] ?? 0;
    const more = ofBundle[bundle[node] ?? 0] ?? 0;
    ofNode[node] = more === 0 ? inherited : bench.union(inherited, more);
  }
}

/** Only the blocks that a seat has, in the order of the seats; the others were steps on the way. */
function pack(bench: Workbench, seats: Seats, ofNode: Int32Array): Strip {
  const { node } = seats;
  const renumbered = new Int32Array(bench.size);
  const ofSeat = new Int32Array(seats.size);
  const kept = [0];
  for (let seat = 0; seat < ofSeat.length; seat += 1) {
    const block = ofNode[node[seat] ?? 0] ?? 0;
    if (block === 0) continue;
    let number = renumbered[block] ?? 0;
    if (number === 0) {
      number = kept.length;
      renumbered[block] = number;
      kept.push(block);
    }
    ofSeat[seat] = number;
  }
  const words = new Int32Array(kept.length * BLOCK_WORDS);
  const { words: all } = bench;
  for (let number = 1; number < kept.length; number += 1) {
    const from = (kept[number] ?? 0) * BLOCK_WORDS;
    const to = number * BLOCK_WORDS;
    for (let word = 0; word < BLOCK_WORDS; word += 1) words[to + word] = all[from + word] ?? 0;
  }
  return new Strip(narrow(ofSeat, kept.length), words);
}

/**
 * Works out one strip of one layer: the block of each power, then of each bundle,
 * then of each row from the row that it extends. `least`: how far a power must
 * reach a column to count.
 */
export function foldStrip(
  bench: Workbench,
  seats: Seats,
  traits: PowerTraits,
  facts: StripFacts,
  least: Coverage,
  leaving: Leaving | null = null,
): Strip {
  bench.clear();
  ofPowers = room(ofPowers, seats.powers.length);
  ofBundles = room(ofBundles, seats.bundles.length);
  ofNodes = room(ofNodes, seats.parent.length);
  const ofPower = ofPowers;
  const within = leaving?.within ?? null;
  for (let at = 0; at < seats.powers.length; at += 1) {
    ofPower[at] = blockOfPower(bench, traits.of(seats.powers[at] ?? 0), facts, least, within);
  }
  foldBundles(bench, seats, ofPower, ofBundles, leaving?.without ?? 0);
  foldNodes(bench, seats, ofBundles, ofNodes);
  return pack(bench, seats, ofNodes);
}
