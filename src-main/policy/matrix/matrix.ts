import type { ResourceKey } from '../world/columns';
import { columnIndex, type World } from '../world/world';
import { STRIP, STRIP_SHIFT } from './blocks';
import { cellBits } from './cell';
import { ColumnCodes } from './column-codes';
import type { Layers } from './layers';
import { Seats } from './seats';
import type { Strip } from './strip';
import { StripMaker, Strips } from './strips';

/** Each member's block in a strip, and how many members each block has. */
interface BlocksOfMembers {
  readonly blocks: Uint16Array | Uint32Array;
  readonly people: Uint32Array;
}

/** Every cell of a world: members down, resources across. Strips are worked out when they are first asked. */
export class Matrix {
  readonly world: World;
  readonly seats: Seats;
  readonly strips: Strips;
  /** The seat of each member, in the order of the snapshot. */
  readonly seatOfMember: Uint32Array;
  /** How many members sit in each seat. Of two with one id only the last is somebody. */
  readonly people: Uint32Array;
  /** What the people of each seat see of PII where they reach. */
  readonly pii: Uint8Array;
  /** Every member once, in the order of the snapshot. */
  readonly memberIds: readonly string[];
  #columnCodes: ColumnCodes | null = null;
  readonly #ofMembers = new Map<Strip, BlocksOfMembers>();

  constructor(world: World) {
    this.world = world;
    const { memberRow, memberIndex, rows } = world;
    this.seats = new Seats(rows, memberRow);
    const maker = new StripMaker(world);
    this.strips = new Strips(this.seats, maker);
    this.pii = this.seats.pii(maker.traits);
    const { ofRow } = this.seats;
    this.seatOfMember = Uint32Array.from(memberRow, (row) => ofRow[row] ?? 0);
    this.people = new Uint32Array(this.seats.size);
    for (const index of memberIndex.values()) {
      const seat = this.seatOfMember[index] ?? 0;
      this.people[seat] = (this.people[seat] ?? 0) + 1;
    }
    this.memberIds = [...memberIndex.keys()];
  }

  /** For columns as a draft would have them; filed at the first question. */
  get columnCodes(): ColumnCodes {
    this.#columnCodes ??= new ColumnCodes(this.world, this.seats);
    return this.#columnCodes;
  }

  get stripCount(): number {
    return this.strips.maker.stripCount;
  }

  /** The block of each of `memberIds` in a strip: kept, because columns are asked about one after the other. */
  blocksOfMembers(strip: Strip): BlocksOfMembers {
    let known = this.#ofMembers.get(strip);
    if (known === undefined) {
      const { ofSeat, blockCount } = strip;
      const count = this.memberIds.length;
      const blocks = ofSeat instanceof Uint16Array ? new Uint16Array(count) : new Uint32Array(count);
      const people = new Uint32Array(blockCount);
      let at = 0;
      for (const index of this.world.memberIndex.values()) {
        const block = ofSeat[this.seatOfMember[index] ?? 0] ?? 0;
        blocks[at] = block;
        people[block] = (people[block] ?? 0) + 1;
        at += 1;
      }
      known = { blocks, people };
      this.#ofMembers.set(strip, known);
    }
    return known;
  }

  /** The certain level of a row on a column, as a thermometer code: the quickest question. */
  levelAt(row: number, column: number): number {
    const strip = this.strips.strip(column >>> STRIP_SHIFT);
    return strip.levelAt(strip.ofSeat[this.seats.ofRow[row] ?? 0] ?? 0, column & (STRIP - 1));
  }

  /** The cell of a row and a column, by their numbers. */
  cell(row: number, column: number): number {
    const layers = this.strips.layers(column >>> STRIP_SHIFT);
    const seat = this.seats.ofRow[row] ?? 0;
    return cellOf(layers, layers.ofSeat[seat] ?? 0, column & (STRIP - 1), this.pii[seat] ?? 0);
  }

  /** The certain level by ids, as a thermometer code; 0 where who or what is not there. */
  level(memberId: string, resource: ResourceKey): number {
    const member = this.world.memberIndex.get(memberId);
    const column = columnIndex(this.world, resource);
    if (member === undefined || column === undefined) return 0;
    const strip = this.strips.strip(column >>> STRIP_SHIFT);
    return strip.levelAt(strip.ofSeat[this.seatOfMember[member] ?? 0] ?? 0, column & (STRIP - 1));
  }

  /** Works out every certain level; gives the bytes that the answers take. */
  fill(): number {
    let bytes = this.seats.ofRow.byteLength;
    for (let position = 0; position < this.stripCount; position += 1)
      bytes += this.strips.strip(position).bytes;
    return bytes;
  }

  /**
   * The cells of some members (down) and resources (across), a byte each, row by
   * row. Who or what is not there has cell 0.
   */
  window(memberIds: readonly string[], resources: readonly ResourceKey[]): Uint8Array {
    const width = resources.length;
    const cells = new Uint8Array(memberIds.length * width);
    const seats = memberIds.map((id) => this.seatOfMember[this.world.memberIndex.get(id) ?? -1] ?? 0);
    resources.forEach((key, across) => {
      const column = columnIndex(this.world, key);
      if (column === undefined) return;
      const layers = this.strips.layers(column >>> STRIP_SHIFT);
      seats.forEach((seat, down) => {
        const combination = layers.ofSeat[seat] ?? 0;
        cells[down * width + across] = cellOf(layers, combination, column & (STRIP - 1), this.pii[seat] ?? 0);
      });
    });
    return cells;
  }
}

/** The cell that a combination has at this place of its strip. */
export function cellOf({ strips, blocks }: Layers, combination: number, offset: number, pii: number): number {
  if (combination === 0) return 0;
  const [certain, possible, undisputed] = strips;
  const code =
    certain.levelAt(blocks[3 * combination] ?? 0, offset) |
    (possible.levelAt(blocks[3 * combination + 1] ?? 0, offset) << 2) |
    (undisputed.levelAt(blocks[3 * combination + 2] ?? 0, offset) << 4);
  return withPii(code, pii);
}

/** The cell of these levels for people who see so much of PII. */
export function withPii(code: number, pii: number): number {
  return (
    code |
    ((pii & 1) !== 0 && (code & 1) !== 0 ? cellBits.pii : 0) |
    ((pii & 2) !== 0 && (code & 4) !== 0 ? cellBits.piiPossible : 0)
  );
}
