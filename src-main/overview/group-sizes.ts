/** The classes of sizes that groups are counted in: from, and to (`null`: and more). */
export const GROUP_SIZES: readonly { readonly from: number; readonly to: number | null }[] = [
  { from: 0, to: 0 },
  { from: 1, to: 5 },
  { from: 6, to: 20 },
  { from: 21, to: 100 },
  { from: 101, to: 500 },
  { from: 501, to: null },
];

/** Whether a group of this size is in the class. */
export function isOfSize(size: number, { from, to }: { from: number; to: number | null }): boolean {
  return size >= from && (to === null || size <= to);
}
