/**
 * Puts text on the clipboard; false when the system refused. Goes through the
 * copy command, which a click may always give: the clipboard of the web platform
 * asks for a permission, and this app grants none.
 */
export function copyText(text: string): boolean {
  let taken = false;
  const put = (event: ClipboardEvent) => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = true;
  };
  document.addEventListener('copy', put, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', put, { capture: true });
  }
  return taken;
}
