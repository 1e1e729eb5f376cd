import { piiLeg } from '../decision/legs';
import type { ResourceKey } from '../world/columns';
import { CERTAIN, CONTESTED, NOTHING, PERHAPS } from '../world/powers';
import { columnIndex, type World } from '../world/world';
import { STRIP, STRIP_SHIFT } from './blocks';
import { cellBits, type PiiOfRow } from './cell';
import { Strip } from './strip';

/** How far a power must reach to count: in what is certain, in what is possible, in what is undisputed. */
const LAYERS = [CONTESTED, PERHAPS, CERTAIN] as const;
const LAYER_NUMBERS = [0, 1, 2] as const;
type Layer = (typeof LAYER_NUMBERS)[number];

/** A block's number in each layer. */
export type BlockOfLayers = readonly [certain: number, possible: number, undisputed: number];

/** Every cell of a world: members down, resources across. Strips are worked out when they are first asked. */
export class Matrix {
  readonly world: World;
  readonly #strips: (Strip | undefined)[] = [];
  readonly #pii: (PiiOfRow | undefined)[] = [];

  readonly #ofMembers = new Map<Strip, Uint32Array>();
  /** Every member once, in the order of the snapshot. */
  readonly memberIds: readonly string[];

  constructor(world: World) {
    this.world = world;
    this.memberIds = [...world.memberIndex.keys()];
  }

  get stripCount(): number {
    return Math.ceil(this.world.columns.list.length / STRIP);
  }

  /** One strip of one layer: what is certain, possible, or undisputed. Most questions need the first alone. */
  strip(position: number, layer: Layer = 0): Strip {
    const at = position * LAYERS.length + layer;
    let strip = this.#strips[at];
    if (strip === undefined) {
      strip = new Strip(this.world, position, LAYERS[layer]);
      this.#strips[at] = strip;
    }
    return strip;
  }

  /** The block of each of `memberIds` in a strip: kept, because columns are asked about one after the other. */
  blocksOfMembers(position: number, layer: Layer): Uint32Array {
    const strip = this.strip(position, layer);
    let blocks = this.#ofMembers.get(strip);
    if (blocks === undefined) {
      const { memberIndex, memberRow } = this.world;
      blocks = Uint32Array.from(memberIndex.values(), (index) => strip.blockOfRow(memberRow[index] ?? 0));
      this.#ofMembers.set(strip, blocks);
    }
    return blocks;
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

  /** Whether a row reaches a column for certain or perhaps. */
  mayReach(row: number, column: number): boolean {
    const strip = this.strip(column >>> STRIP_SHIFT, 1);
    return strip.blocks.levelAt(strip.blockOfRow(row), column & (STRIP - 1)) !== 0;
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
    const position = column >>> STRIP_SHIFT;
    return this.cellOfBlocks(
      position,
      this.blocksOfRow(position, row),
      column & (STRIP - 1),
      this.piiOfRow(row),
    );
  }

  /** The row's blocks in a strip, one for each layer. */
  blocksOfRow(position: number, row: number): BlockOfLayers {
    return [
      this.strip(position, 0).blockOfRow(row),
      this.strip(position, 1).blockOfRow(row),
      this.strip(position, 2).blockOfRow(row),
    ];
  }

  /** The cell that these blocks have at this place of their strip. */
  cellOfBlocks(position: number, blocks: BlockOfLayers, offset: number, pii: PiiOfRow): number {
    let code = 0;
    for (const layer of LAYER_NUMBERS) {
      if (blocks[layer] === 0) continue;
      code |= this.strip(position, layer).blocks.levelAt(blocks[layer], offset) << (2 * layer);
    }
    if (pii.certain && (code & 1) !== 0) code |= cellBits.pii;
    if (pii.possible && (code & 4) !== 0) code |= cellBits.piiPossible;
    return code;
  }

  /** Works out every certain level; gives the bytes that the answers take. */
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
