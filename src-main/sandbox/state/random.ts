const ID_ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** A 32-bit seed from text (FNV-1a), so that every workspace has its own unchanging stream. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/**
 * A deterministic stream of random choices (mulberry32). The same seed gives
 * the same workspace, ids included, on every machine.
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 (included) to 1 (excluded). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 (included) to `limit` (excluded). */
  int(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.int(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items; throws on an empty list, which is a mistake in the demo data. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.int(items.length)];
    if (item === undefined) throw new Error('cannot pick from an empty list');
    return item;
  }

  /** One of the items, the earlier ones more often: `skew` 1 is even, 2 favours the first. */
  pickEarly<T>(items: readonly T[], skew = 2): T {
    const index = Math.floor(items.length * this.next() ** skew);
    const item = items[index];
    if (item === undefined) throw new Error('cannot pick from an empty list');
    return item;
  }

  /** `count` different items (fewer when the list is shorter), in random order. */
  sample<T>(items: readonly T[], count: number): T[] {
    const chosen = new Set<number>();
    const wanted = Math.min(count, items.length);
    while (chosen.size < wanted) chosen.add(this.int(items.length));
    const result: T[] = [];
    for (const index of chosen) {
      const item = items[index];
      if (item !== undefined) result.push(item);
    }
    return result;
  }

  /** An identifier as Segment has them: letters and digits without the ones that look alike. */
  id(length = 22): string {
    let id = '';
    for (let i = 0; i < length; i += 1) id += ID_ALPHABET.charAt(this.int(ID_ALPHABET.length));
    return id;
  }

  /** A lower-case hexadecimal identifier. */
  hex(length: number): string {
    let id = '';
    for (let i = 0; i < length; i += 1) id += this.int(16).toString(16);
    return id;
  }
}
