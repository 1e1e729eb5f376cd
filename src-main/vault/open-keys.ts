import { hkdfSync, randomBytes } from 'node:crypto';
import { Failed } from '../storage/failed';
import { openWith, type RandomSource, type SealPlace, type SealPurpose, sealWith } from './seal';

/** How long every key is, in bytes (AES-256). */
export const KEY_BYTES = 32;

/** The key of one purpose, drawn from a master or data key (HKDF-SHA-256). */
function subKey(from: Buffer, purpose: SealPurpose): Buffer {
  return Buffer.from(
    hkdfSync('sha256', from, Buffer.alloc(0), Buffer.from(`gatehouse/1/${purpose}`), KEY_BYTES),
  );
}

/**
 * The keys of an open vault, in memory. The master key seals what belongs to no
 * workspace and wraps the data key of each workspace; a data key seals all that
 * belongs to its workspace. A data key that is forgotten everywhere makes
 * everything that it sealed unreadable, wherever copies of it are.
 */
export class OpenKeys {
  readonly #random: RandomSource;
  readonly #master: Buffer;
  readonly #dataKeys = new Map<string, Buffer>();
  readonly #subKeys = new Map<string, Buffer>();
  #destroyed = false;

  /** Takes over `master` (and overwrites it in `destroy`). */
  constructor(master: Buffer, random: RandomSource = randomBytes) {
    this.#master = master;
    this.#random = random;
  }

  /** Keys that nothing was sealed with yet. */
  static fresh(random: RandomSource = randomBytes): OpenKeys {
    return new OpenKeys(random(KEY_BYTES), random);
  }

  get destroyed(): boolean {
    return this.#destroyed;
  }

  /** The master key itself, only to be wrapped. @throws Failed `locked` */
  get master(): Buffer {
    this.#assertAlive();
    return this.#master;
  }

  seal(place: SealPlace, bytes: Uint8Array): Buffer {
    return sealWith(this.#keyFor(place), place, bytes, this.#random);
  }

  open(place: SealPlace, sealed: Uint8Array): Buffer {
    return openWith(this.#keyFor(place), place, sealed);
  }

  /** Makes the data key of a workspace and answers it wrapped, to be kept with the workspace. */
  createDataKey(workspace: string): Buffer {
    this.#assertAlive();
    const key = this.#random(KEY_BYTES);
    const wrapped = this.seal({ purpose: 'dataKey', workspace: null, id: workspace }, key);
    this.#dataKeys.set(workspace, key);
    return wrapped;
  }

  /** Unwraps the data key of a workspace. @throws SealBroken */
  adoptDataKey(workspace: string, wrapped: Uint8Array): void {
    const key = this.open({ purpose: 'dataKey', workspace: null, id: workspace }, wrapped);
    this.#dataKeys.set(workspace, key);
  }

  /** Overwrites the data key of a workspace in memory. */
  forgetDataKey(workspace: string): void {
    this.#dataKeys.get(workspace)?.fill(0);
    this.#dataKeys.delete(workspace);
    for (const [name, key] of this.#subKeys) {
      if (!name.endsWith(` ${workspace}`)) continue;
      key.fill(0);
      this.#subKeys.delete(name);
    }
  }

  /** Overwrites every key with zeros; nothing can be sealed or opened after it. */
  destroy(): void {
    this.#destroyed = true;
    this.#master.fill(0);
    for (const key of [...this.#dataKeys.values(), ...this.#subKeys.values()]) key.fill(0);
    this.#dataKeys.clear();
    this.#subKeys.clear();
  }

  #assertAlive(): void {
    // A zeroed master key must never seal or be wrapped.
    if (this.#destroyed) throw new Failed('locked', 'Gatehouse is locked. Unlock it first.');
  }

  #keyFor(place: SealPlace): Buffer {
    this.#assertAlive();
    const name = `${place.purpose} ${place.workspace ?? ''}`;
    const known = this.#subKeys.get(name);
    if (known !== undefined) return known;
    const from = place.workspace === null ? this.#master : this.#dataKeys.get(place.workspace);
    if (from === undefined) {
      throw new Failed('notFound', 'This workspace is not connected any more, so its data cannot be opened.');
    }
    const made = subKey(from, place.purpose);
    this.#subKeys.set(name, made);
    return made;
  }
}
