/** Canonical order of texts: by code units, the same on every machine and in every language. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** A sorted copy, by one or several texts of each entry. */
export function sortedBy<Entry>(
  entries: readonly Entry[],
  ...texts: readonly ((entry: Entry) => string)[]
): Entry[] {
  return [...entries].sort((one, other) => {
    for (const text of texts) {
      const order = compareText(text(one), text(other));
      if (order !== 0) return order;
    }
    return 0;
  });
}
