import { useEffect, useRef, useState } from 'react';

interface CursorInput<Row> {
  count: number;
  rowAt: (index: number) => Row | undefined;
  rowKey: (row: Row) => string;
  /** The cursor goes back to the start when this changes. */
  questionId: string;
}

/**
 * The cursor of a list: the index of the row that keys act on. When the data
 * changes under it, it stays on the same thing as long as that is near.
 */
export function useCursor<Row>({ count, rowAt, rowKey, questionId }: CursorInput<Row>) {
  const [cursor, setCursor] = useState<number | null>(null);
  const [asked, setAsked] = useState(questionId);
  const key = useRef<string | null>(null);

  if (asked !== questionId) {
    setAsked(questionId);
    setCursor(null);
  }

  useEffect(() => {
    if (cursor === null) {
      key.current = null;
      return;
    }
    const row = rowAt(cursor);
    const known = key.current;
    if (known !== null && (row === undefined || rowKey(row) !== known)) {
      const moved = findNear(cursor, count, (index) => {
        const candidate = rowAt(index);
        return candidate !== undefined && rowKey(candidate) === known;
      });
      if (moved !== null) {
        setCursor(moved);
        return;
      }
    }
    if (cursor >= count) setCursor(count === 0 ? null : count - 1);
    else if (row !== undefined) key.current = rowKey(row);
  }, [cursor, count, rowAt, rowKey]);

  /** Puts the cursor on another row by hand. */
  const place = (index: number | null) => {
    key.current = null;
    setCursor(index);
  };
  return { cursor, place };
}

/** How far a row may have moved to be found again. */
const NEAR = 200;

function findNear(from: number, count: number, fits: (index: number) => boolean): number | null {
  for (let distance = 1; distance <= NEAR; distance += 1) {
    if (from + distance < count && fits(from + distance)) return from + distance;
    if (from - distance >= 0 && fits(from - distance)) return from - distance;
  }
  return null;
}
