/**
 * Rows by key, in the order in which they were added. Pages are cut from
 * `list()`, which is rebuilt only after a change.
 */
export class Table<Row> {
  readonly #rows = new Map<string, Row>();
  readonly #keyOf: (row: Row) => string;
  #list: readonly Row[] | null = null;

  constructor(keyOf: (row: Row) => string) {
    this.#keyOf = keyOf;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  has(key: string): boolean {
    return this.#rows.has(key);
  }

  /** Adds a row; a key that is taken already is a mistake of the caller and throws. */
  add(row: Row): Row {
    const key = this.#keyOf(row);
    if (this.#rows.has(key)) throw new Error(`the key ${key} is taken`);
    this.#rows.set(key, row);
    this.#list = null;
    return row;
  }

  delete(key: string): boolean {
    const gone = this.#rows.delete(key);
    if (gone) this.#list = null;
    return gone;
  }

  list(): readonly Row[] {
    this.#list ??= [...this.#rows.values()];
    return this.#list;
  }
}
