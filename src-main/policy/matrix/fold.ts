import { BLOCK_WORDS, narrow } from './blocks';
import type { Reaches } from './reaches';
import type { Seats } from './seats';
import { Strip } from './strip';
import type { Workbench } from './workbench';

let ofBundles = new Int32Array(0);
let ofNodes = new Int32Array(0);

/** Numbers to write over, kept from one fold to the next: fresh memory would cost more than the work. */
function room(numbers: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  return numbers.length < size ? new Int32Array(size) : numbers;
}

/** Each bundle from its powers. Few powers reach a strip: it starts from those, and asks which bundles have them. */
function foldBundles(bench: Workbench, seats: Seats, reaches: Reaches, ofBundle: Int32Array) {
  const { bundlesOfPower, startOfPower } = seats.holders;
  const { powers, blocks, count } = reaches;
  ofBundle.fill(0, 0, seats.bundles.length);
  for (let at = 0; at < count; at += 1) {
    const power = powers[at] ?? 0;
    const block = blocks[at] ?? 0;
    const end = startOfPower[power + 1] ?? 0;
    for (let place = startOfPower[power] ?? 0; place < end; place += 1) {
      const bundle = bundlesOfPower[place] ?? 0;
      ofBundle[bundle] = bench.union(ofBundle[bundle] ?? 0, block);
    }
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
 * Works out one strip of one layer from what the powers reach there (`reaches`,
 * on the same bench): the block of each bundle, then of each row from the row that
 * it extends. As if the bundle `without` (0 for none) gave nothing.
 */
export function foldStrip(bench: Workbench, seats: Seats, reaches: Reaches, without: number): Strip {
  ofBundles = room(ofBundles, seats.bundles.length);
  ofNodes = room(ofNodes, seats.parent.length);
  foldBundles(bench, seats, reaches, ofBundles);
  ofBundles[without] = 0;
  foldNodes(bench, seats, ofBundles, ofNodes);
  return pack(bench, seats, ofNodes);
}
