import { useEffect, useState } from 'react';
import { onThemeChange, type Palette, readPalette } from './palette';

/** The colours of the canvas, read anew when the theme changes; `null` before the first reading. */
export function usePalette(): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useEffect(() => {
    const take = () => setPalette(readPalette(document.body));
    take();
    return onThemeChange(take);
  }, []);
  return palette;
}
