import { type RefObject, useEffect, useState } from 'react';

/** Padding of a cell on both sides together, see `.cell` in the style sheet. */
const PADDING = 16;

const NONE: readonly number[] = [];

/** The room that each column has for its content, in px; empty until it has been measured. */
export function useColumnWidths(
  table: RefObject<HTMLTableElement | null>,
  columnCount: number,
): readonly number[] {
  const [widths, setWidths] = useState(NONE);
  useEffect(() => {
    const heads = [...(table.current?.querySelectorAll('th') ?? [])].slice(0, columnCount);
    const measure = () => {
      const measured = heads.map((head) => Math.max(0, head.clientWidth - PADDING));
      setWidths((before) => (before.join() === measured.join() ? before : measured));
    };
    const observer = new ResizeObserver(measure);
    for (const head of heads) observer.observe(head);
    measure();
    return () => observer.disconnect();
  }, [table, columnCount]);
  return widths;
}
