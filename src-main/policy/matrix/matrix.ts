import { piiLeg } from '../decision/legs';
import type { ResourceKey } from '../world/columns';
import { CERTAIN, NOTHING } from '../world/powers';
import { columnIndex, type World } from '../world/world';
import { PLANE_WORDS, PLANES, STRIP, STRIP_SHIFT } from './blocks';
import { cellBits, type PiiOfRow } from './cell';
import { Strip } from './strip';

/** Every cell of a world: members down, resources across. Strips are worked out when they are first asked. */
export class Matrix {
  readonly world: World;
  readonly #strips: (Strip | undefined)[] = [];
  readonly #pii: (PiiOfRow | undefined)[] = [];

  constructor(world: World) {
    this.world = world;
  }

  get stripCount(): number {
    return Math.ceil(this.world.columns.list.length / STRIP);
  }

  strip(position: number): Strip {
    let strip = this.#strips[position];
    if (strip === undefined) {
      strip = new Strip(this.world, position);
      this.#strips[position] = strip;
    }
    return strip;
  }

  piiOfRow(row: number): PiiOfRow {
    const known = this.#pii[row];
    if (known !== undefined) return known;
    const leg = piiLeg('viewPii');
    let certain = false;
    let possible = false;
    for (const number of this.world.rows.powersOf(row)) {
      const strength = leg.strength(this.world.powers.get(number));
      certain ||= strength === CERTAIN;
      possible ||= strength > NOTHING;
    }
    const pii = { certain, possible };
    this.#pii[row] = pii;
    return pii;
  }

  /** The certain level of a row on a column, as a thermometer code: the quickest question. */
  levelAt(row: number, column: number): number {
    const strip = this.strip(column >>> STRIP_SHIFT);
    return strip.blocks.levelAt(strip.blockOfRow(row), column & (STRIP - 1));
  }

  /** The certain level by ids, as a thermometer code; 0 where who or what is not there. */
  level(memberId: string, resource: ResourceKey): number {
    const member = this.world.memberIndex.get(memberId);
    const column = columnIndex(this.world, resource);
    if (member === undefined || column === undefined) return 0;
    return this.levelAt(this.world.memberRow[member] ?? 0, column);
  }

  /** The cell of a row and a column, by their numbers. */
  cell(row: number, column: number): number {
    const strip = this.strip(Math.floor(column / STRIP));
    return this.cellOfBlock(strip, strip.blockOfRow(row), column % STRIP, this.piiOfRow(row));
  }

  /** The cell that a block has at this place of its strip. */
  cellOfBlock(strip: Strip, block: number, offset: number, pii: PiiOfRow): number {
    if (block === 0) return 0;
    const word = offset >> 5;
    const shift = offset & 31;
    let code = 0;
    for (let plane = 0; plane < PLANES; plane += 1) {
      code |= ((strip.blocks.word(block, plane * PLANE_WORDS + word) >>> shift) & 1) << plane;
    }
    if (pii.certain && (code & 1) !== 0) code |= cellBits.pii;
    if (pii.possible && (code & 4) !== 0) code |= cellBits.piiPossible;
    return code;
  }

  /** Works out every strip for every member; gives the bytes that the answers take. */
  fill(): number {
    let bytes = 0;
    for (let position = 0; position < this.stripCount; position += 1) {
      const strip = this.strip(position);
      for (const row of this.world.memberRow) strip.blockOfRow(row);
      bytes += strip.bytes;
    }
    return bytes;
  }

  /**
   * The cells of some members (down) and resources (across), a byte each, row by
   * row. Who or what is not there has cell 0.
   */
  window(memberIds: readonly string[], resources: readonly ResourceKey[]): Uint8Array {
    const columns = resources.map((key) => columnIndex(this.world, key));
    const cells = new Uint8Array(memberIds.length * columns.length);
    memberIds.forEach((id, down) => {
      const member = this.world.memberIndex.get(id);
      if (member === undefined) return;
      const row = this.world.memberRow[member] ?? 0;
      columns.forEach((column, across) => {
        if (column !== undefined) cells[down * columns.length + across] = this.cell(row, column);
      });
    });
    return cells;
  }
}
