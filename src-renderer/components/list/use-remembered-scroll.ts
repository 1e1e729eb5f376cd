import { type RefObject, useEffect, useRef } from 'react';
import { rememberScroll } from './scroll-memory';

/** Remembers how far a list is scrolled, and begins at the top when another question is answered. */
export function useRememberedScroll(
  scroller: RefObject<HTMLElement | null>,
  memoryKey: string,
  questionId: string,
): void {
  const shown = useRef(questionId);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    if (shown.current !== questionId) {
      shown.current = questionId;
      element.scrollTop = 0;
    }
    const remember = () => rememberScroll(memoryKey, questionId, element.scrollTop);
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [scroller, memoryKey, questionId]);
}
