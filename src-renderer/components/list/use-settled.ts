import { useEffect, useState } from 'react';

/** How long typing may rest before it counts: short enough to feel like none. */
const SETTLE_MS = 50;

/** What was typed, once it has rested for a moment. Emptying it counts at once. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    if (text === settled) return;
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text, settled]);
  return text === '' ? '' : settled;
}
