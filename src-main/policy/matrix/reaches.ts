import type { Coverage } from '../world/powers';
import { PLANE_WORDS, STRIP, STRIP_SHIFT } from './blocks';
import type { PowerFiles } from './power-files';
import type { Seats } from './seats';
import type { StripFacts } from './strip-facts';
import type { PowerTraits } from './traits';
import type { Workbench } from './workbench';

/** What a fold leaves out. */
export interface Leaving {
  /** The bundle (by its number in the seats) that counts for nothing; 0 for none. */
  readonly without: number;
  /** The columns that matter: others stay empty. */
  readonly within: Int32Array;
}

/** What powers reach in the strip at hand: pairs of a power (by its number in the seats) and its block. */
export class Reaches {
  powers = new Int32Array(0);
  blocks = new Int32Array(0);
  count = 0;
  readonly #bench: Workbench;
  readonly #bits = new Int32Array(PLANE_WORDS);

  constructor(bench: Workbench) {
    this.#bench = bench;
  }

  /** Asks every power. `least`: how far it must reach a column to count. */
  askAll(
    seats: Seats,
    traits: PowerTraits,
    facts: StripFacts,
    least: Coverage,
    within: Int32Array | null,
  ): void {
    this.#begin(seats.powers.length);
    for (let at = 0; at < seats.powers.length; at += 1) {
      const power = traits.of(seats.powers[at] ?? 0);
      if ((power.types & facts.types) === 0 || power.code === 0) continue;
      if (within !== null && !facts.mayReach(power, within)) continue;
      if (!facts.reached(power, least, this.#bits)) continue;
      if (within !== null) {
        for (let word = 0; word < PLANE_WORDS; word += 1)
          this.#bits[word] = (this.#bits[word] ?? 0) & (within[word] ?? 0);
      }
      this.#keep(at, power.code);
    }
  }

  /** The same for the first layer, from the files: only those that may reach the strip are looked at. */
  askFiled(files: PowerFiles, facts: StripFacts): void {
    this.#begin(files.codes.length);
    const { everywhere, byLabel, labelStart, labels, types, codes } = files;
    for (const at of everywhere) {
      if (facts.carrying(labels, 0, 0, types[at] ?? 0, this.#bits)) this.#keep(at, codes[at] ?? 0);
    }
    for (let label = 0; label < files.labelCount; label += 1) {
      if (!facts.carries(label)) continue;
      const end = byLabel.start[label + 1] ?? 0;
      for (let place = byLabel.start[label] ?? 0; place < end; place += 1) {
        const at = byLabel.entries[place] ?? 0;
        const from = labelStart[at] ?? 0;
        const to = labelStart[at + 1] ?? 0;
        if (facts.carrying(labels, from, to, types[at] ?? 0, this.#bits)) this.#keep(at, codes[at] ?? 0);
      }
    }
    this.#askLists(files, facts.position);
  }

  /** The columns of one power stand together. */
  #askLists({ byStrip, codes }: PowerFiles, position: number): void {
    const { start, entries } = byStrip;
    const end = start[position + 1] ?? 0;
    for (let place = start[position] ?? 0; place < end; ) {
      const power = (entries[place] ?? 0) >>> STRIP_SHIFT;
      this.#bits.fill(0);
      for (; place < end && (entries[place] ?? 0) >>> STRIP_SHIFT === power; place += 1) {
        const offset = (entries[place] ?? 0) & (STRIP - 1);
        this.#bits[offset >> 5] = (this.#bits[offset >> 5] ?? 0) | (1 << (offset & 31));
      }
      this.#keep(power, codes[power] ?? 0);
    }
  }

  #begin(most: number): void {
    this.#bench.clear();
    this.count = 0;
    if (this.powers.length >= most) return;
    this.powers = new Int32Array(most);
    this.blocks = new Int32Array(most);
  }

  /** Keeps what lies in the bits, at the level of this code. */
  #keep(power: number, code: number): void {
    const to = this.#bench.draft();
    const { words } = this.#bench;
    const admin = (code & 2) !== 0 ? -1 : 0;
    let any = 0;
    for (let word = 0; word < PLANE_WORDS; word += 1) {
      const bits = this.#bits[word] ?? 0;
      words[to + word] = bits;
      words[to + PLANE_WORDS + word] = bits & admin;
      any |= bits;
    }
    if (any === 0) return;
    this.powers[this.count] = power;
    this.blocks[this.count] = this.#bench.settle();
    this.count += 1;
  }
}
