import { type RefObject, useEffect, useRef } from 'react';

/**
 * Answers the copy command while `focused` has the focus and nothing else is
 * selected: with what `text` says, `null` for nothing. Without a selection
 * Chromium sends the command to the body, so it is heard at the document.
 */
export function useCopy(focused: RefObject<HTMLElement | null>, text: () => string | null): void {
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  });
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (focused.current === null || document.activeElement !== focused.current) return;
      if (window.getSelection()?.isCollapsed === false) return;
      const copied = latest.current();
      if (copied === null || event.clipboardData === null) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', copied);
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, [focused]);
}
