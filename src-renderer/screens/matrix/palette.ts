/** The colours and the type of the canvas, resolved from the theme's tokens. */
export interface Palette {
  surface: string;
  head: string;
  hover: string;
  selected: string;
  line: string;
  border: string;
  text: string;
  textMuted: string;
  textFaint: string;
  accent: string;
  focus: string;
  read: string;
  admin: string;
  unknown: string;
  gain: string;
  loss: string;
  /** A font for the canvas at this size in px. */
  font: (size: number, weight?: number) => string;
}

type Colour = Exclude<keyof Palette, 'font'>;

const TOKENS: Record<Colour, string> = {
  surface: 'var(--surface)',
  head: 'var(--surface-raised)',
  hover: 'var(--surface-hover)',
  selected: 'var(--surface-selected)',
  line: 'var(--line)',
  border: 'var(--border)',
  text: 'var(--text)',
  textMuted: 'var(--text-muted)',
  textFaint: 'var(--text-faint)',
  accent: 'var(--accent)',
  focus: 'var(--focus-ring)',
  read: 'var(--level-read)',
  admin: 'var(--level-admin)',
  unknown: 'var(--unknown)',
  gain: 'var(--gain)',
  loss: 'var(--loss)',
};

/** Where the system forces its colours a canvas has to take them by itself. */
const FORCED: Record<Colour, string> = {
  surface: 'Canvas',
  head: 'Canvas',
  hover: 'Canvas',
  selected: 'Canvas',
  line: 'GrayText',
  border: 'CanvasText',
  text: 'CanvasText',
  textMuted: 'CanvasText',
  textFaint: 'CanvasText',
  accent: 'LinkText',
  focus: 'Highlight',
  read: 'CanvasText',
  admin: 'CanvasText',
  unknown: 'CanvasText',
  gain: 'LinkText',
  loss: 'LinkText',
};

/**
 * Reads the tokens where `host` stands. A custom property is text that a canvas
 * does not understand (`light-dark(…)`), so each is resolved by an element.
 */
export function readPalette(host: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  host.append(probe);
  const style = getComputedStyle(probe);
  const tokens = window.matchMedia('(forced-colors: active)').matches ? FORCED : TOKENS;
  const resolve = (name: Colour) => {
    probe.style.color = tokens[name];
    return style.color;
  };
  const family = style.fontFamily || 'sans-serif';
  const palette: Palette = {
    surface: resolve('surface'),
    head: resolve('head'),
    hover: resolve('hover'),
    selected: resolve('selected'),
    line: resolve('line'),
    border: resolve('border'),
    text: resolve('text'),
    textMuted: resolve('textMuted'),
    textFaint: resolve('textFaint'),
    accent: resolve('accent'),
    focus: resolve('focus'),
    read: resolve('read'),
    admin: resolve('admin'),
    unknown: resolve('unknown'),
    gain: resolve('gain'),
    loss: resolve('loss'),
    font: (size, weight = 400) => `${weight} ${size}px ${family}`,
  };
  probe.remove();
  return palette;
}

/** Calls back when the colours may have changed; the answer stops it. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-density'] });
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    window.matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', changed);
  };
}
