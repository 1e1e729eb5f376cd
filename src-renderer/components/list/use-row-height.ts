import { useSettings } from '../../stores/settings';

/** Row heights in px by density, as `--row-height` in the theme has them. */
const HEIGHTS = { compact: 32, comfortable: 40 } as const;

/** The height of a list row in px, which the virtual list has to know before it draws. */
export function useRowHeight(): number {
  return HEIGHTS[useSettings().density];
}
