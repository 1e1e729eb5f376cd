import type { LabelRef } from '@contract/snapshot';

/** Labels as small whole numbers, in order of first sight. Only ever grows. */
export class LabelNumbers {
  /** By key, then by value: no joined text has to be made for a look-up. */
  readonly #values = new Map<string, Map<string, number>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of the label, a new one at first sight. */
  number({ key, value }: LabelRef): number {
    let values = this.#values.get(key);
    if (values === undefined) {
      values = new Map();
      this.#values.set(key, values);
    }
    let number = values.get(value);
    if (number === undefined) {
      number = this.#size;
      this.#size += 1;
      values.set(value, number);
    }
    return number;
  }

  /** For each key the numbers of its labels. */
  byKey(): number[][] {
    return [...this.#values.values()].map((values) => [...values.values()]);
  }
}
