/** What can be made to go wrong. `loop` repeats a cursor; `drop` resets the connection. */
export const FAULT_KINDS = ['429', '500', '502html', 'drop', 'truncate', 'slow', '401', 'loop'] as const;
/** One way to fail. */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** A fault and how many requests in a row get it. */
export interface Fault {
  readonly kind: FaultKind;
  readonly count: number;
}

/**
 * Faults wait in a line; each API request takes one. `loop` makes sense only
 * for lists, so at the head of the line it waits for the next request of a list.
 */
export class FaultLine {
  #waiting: Fault[] = [];

  add(kind: FaultKind, count: number): void {
    if (!Number.isSafeInteger(count) || count < 1) throw new RangeError('a fault needs a count of 1 or more');
    this.#waiting.push({ kind, count });
  }

  clear(): void {
    this.#waiting = [];
  }

  waiting(): readonly Fault[] {
    return this.#waiting;
  }

  /** The fault for this request, if any. */
  take(isList: boolean): FaultKind | undefined {
    const [head, ...rest] = this.#waiting;
    if (head === undefined || (head.kind === 'loop' && !isList)) return undefined;
    this.#waiting = head.count > 1 ? [{ kind: head.kind, count: head.count - 1 }, ...rest] : rest;
    return head.kind;
  }
}
