import { useLayoutEffect } from 'react';
import { useSettings } from '../../stores/settings';

/** Puts theme and density on the page, where the tokens read them. */
export function useTheme(): void {
  const { theme, density } = useSettings();
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
    dataset.density = density;
  }, [theme, density]);
}
