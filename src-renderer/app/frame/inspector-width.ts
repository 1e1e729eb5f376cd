/** The narrowest and the widest inspector that the settings take, in CSS px. */
export const NARROWEST = 240;
export const WIDEST = 900;

/** What the list beside the inspector needs at least. */
const LIST_MIN = 380;

/** `wanted` within the limits and within what the room of list and inspector together allows. */
export function fittingWidth(wanted: number, room: number): number {
  const most = Math.max(NARROWEST, Math.min(WIDEST, room - LIST_MIN));
  return Math.round(Math.min(most, Math.max(NARROWEST, wanted)));
}

/** The width after a key on the separator, which stands left of the inspector; `null` for other keys. */
export function widthAfterKey(key: string, width: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return width + 16;
    case 'ArrowRight':
      return width - 16;
    case 'Home':
      return WIDEST;
    case 'End':
      return NARROWEST;
    default:
      return null;
  }
}
