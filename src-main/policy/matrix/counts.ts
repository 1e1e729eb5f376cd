import { BLOCK_WORDS, ones, PLANE_WORDS, STRIP } from './blocks';
import type { Layers } from './layers';
import type { Matrix } from './matrix';

/** How many certain, and how many possible, cells there are: of a member (across) or a resource (down). */
export interface ReachCount {
  read: number;
  admin: number;
  /** Not reached for certain, but perhaps. */
  unknown: number;
  pii: number;
}

/** Counts for every member and resource by their numbers in the world. */
export interface Counts {
  readonly members: readonly ReachCount[];
  readonly resources: readonly ReachCount[];
}

const nothing = (): ReachCount => ({ read: 0, admin: 0, unknown: 0, pii: 0 });

/** Read, admin and unknown for each combination, one after the other. */
function countAcross({ strips, blocks, size }: Layers): Uint16Array {
  const [{ words: certain }, { words: possible }] = strips;
  const across = new Uint16Array(3 * size);
  for (let combination = 1; combination < size; combination += 1) {
    const one = (blocks[3 * combination] ?? 0) * BLOCK_WORDS;
    const other = (blocks[3 * combination + 1] ?? 0) * BLOCK_WORDS;
    let read = 0;
    let admin = 0;
    let unknown = 0;
    for (let word = 0; word < PLANE_WORDS; word += 1) {
      const reached = certain[one + word] ?? 0;
      const edited = certain[one + PLANE_WORDS + word] ?? 0;
      read += ones(reached & ~edited);
      admin += ones(edited);
      unknown += ones((possible[other + word] ?? 0) & ~reached);
    }
    across.set([read, admin, unknown], 3 * combination);
  }
  return across;
}

/** Adds so many people to each column of a combination; `pii`: how many of them see it. */
function addDown(
  layers: Layers,
  combination: number,
  people: number,
  pii: number,
  resources: readonly ReachCount[],
) {
  const [certain, possible] = layers.strips;
  const one = (layers.blocks[3 * combination] ?? 0) * BLOCK_WORDS;
  const other = (layers.blocks[3 * combination + 1] ?? 0) * BLOCK_WORDS;
  for (let word = 0; word < PLANE_WORDS; word += 1) {
    const reached = certain.words[one + word] ?? 0;
    const edited = certain.words[one + PLANE_WORDS + word] ?? 0;
    for (let left = possible.words[other + word] ?? 0; left !== 0; left &= left - 1) {
      const bit = left & -left;
      const count = resources[word * 32 + 31 - Math.clz32(bit)];
      if (count === undefined) continue;
      if ((reached & bit) === 0) count.unknown += people;
      else {
        if ((edited & bit) !== 0) count.admin += people;
        else count.read += people;
        count.pii += pii;
      }
    }
  }
}

/**
 * Counts all cells. Within a strip all people of one combination count alike, so
 * each different one is looked at once.
 */
export function countAll(matrix: Matrix): Counts {
  const { world, people, pii, seats } = matrix;
  const resources = world.columns.list.map(nothing);
  const ofSeat = Array.from(people, nothing);
  for (let position = 0; position < matrix.stripCount; position += 1) {
    const layers = matrix.strips.layers(position);
    const across = countAcross(layers);
    const down = new Uint32Array(layers.size);
    const seeing = new Uint32Array(layers.size);
    for (let seat = 1; seat < seats.size; seat += 1) {
      const combination = layers.ofSeat[seat] ?? 0;
      const count = ofSeat[seat];
      if (combination === 0 || count === undefined) continue;
      const read = across[3 * combination] ?? 0;
      const admin = across[3 * combination + 1] ?? 0;
      const sees = ((pii[seat] ?? 0) & 1) !== 0;
      count.read += read;
      count.admin += admin;
      count.unknown += across[3 * combination + 2] ?? 0;
      if (sees) count.pii += read + admin;
      down[combination] = (down[combination] ?? 0) + (people[seat] ?? 0);
      if (sees) seeing[combination] = (seeing[combination] ?? 0) + (people[seat] ?? 0);
    }
    const here = resources.slice(position * STRIP, (position + 1) * STRIP);
    for (let combination = 1; combination < layers.size; combination += 1) {
      if ((down[combination] ?? 0) > 0) {
        addDown(layers, combination, down[combination] ?? 0, seeing[combination] ?? 0, here);
      }
    }
  }
  const members = world.snapshot.members.map((_, index) => ({
    ...(ofSeat[matrix.seatOfMember[index] ?? 0] ?? nothing()),
  }));
  return { members, resources };
}
