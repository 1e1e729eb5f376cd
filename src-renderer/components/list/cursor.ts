/** The keys that move the cursor of a list. */
export type CursorKey = 'ArrowUp' | 'ArrowDown' | 'PageUp' | 'PageDown' | 'Home' | 'End';

/** Narrows a key of the keyboard to one that moves the cursor. */
export function isCursorKey(key: string): key is CursorKey {
  return (
    key === 'ArrowUp' ||
    key === 'ArrowDown' ||
    key === 'PageUp' ||
    key === 'PageDown' ||
    key === 'Home' ||
    key === 'End'
  );
}

/**
 * Where the cursor goes from `at` (`null`: nowhere yet) in a list of `count`
 * rows of which `perPage` can be seen; `null` in an empty list.
 */
export function moveCursor(
  at: number | null,
  key: CursorKey,
  list: { count: number; perPage: number },
): number | null {
  if (list.count === 0) return null;
  const end = list.count - 1;
  const within = (index: number) => Math.max(0, Math.min(end, index));
  if (at === null) return key === 'End' ? end : 0;
  switch (key) {
    case 'ArrowUp':
      return within(at - 1);
    case 'ArrowDown':
      return within(at + 1);
    case 'PageUp':
      return within(at - Math.max(1, list.perPage - 1));
    case 'PageDown':
      return within(at + Math.max(1, list.perPage - 1));
    case 'Home':
      return 0;
    case 'End':
      return end;
  }
}
