import { toggleTarget, useDragStore } from '../stores/drag';
import { announceOver, askForVerdicts, cancelDrag, drop, moveOver } from './session';
import { type PlacedTarget, placedTarget, placedTargets } from './targets';

/** In which direction a key moves the load; `null` for other keys. */
type Direction = 'next' | 'before' | 'right' | 'left' | 'first' | 'last';

function directionOf({ key, shiftKey }: KeyboardEvent): Direction | null {
  switch (key) {
    case 'Tab':
      return shiftKey ? 'before' : 'next';
    case 'ArrowDown':
      return 'next';
    case 'ArrowUp':
      return 'before';
    case 'ArrowRight':
      return 'right';
    case 'ArrowLeft':
      return 'left';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return null;
  }
}

/** Principals stand in one column, resources in another. */
function columnOf({ target }: PlacedTarget): 'principals' | 'resources' {
  return target.kind === 'resource' ? 'resources' : 'principals';
}

/** The target that a step leads to, of those in the page; the ends are ends. */
function stepFrom(over: string | null, direction: Direction): PlacedTarget | undefined {
  const all = placedTargets();
  const at = all.findIndex(({ key }) => key === over);
  const here = all[at];
  if (here === undefined) return direction === 'last' ? all.at(-1) : all[0];
  switch (direction) {
    case 'next':
      return all[at + 1] ?? here;
    case 'before':
      return all[at - 1] ?? here;
    case 'first':
      return all.find((each) => columnOf(each) === columnOf(here));
    case 'last':
      return all.findLast((each) => columnOf(each) === columnOf(here));
    case 'right':
    case 'left': {
      const wanted = direction === 'right' ? 'resources' : 'principals';
      if (columnOf(here) === wanted) return here;
      return all.filter((each) => columnOf(each) === wanted).find(inSight) ?? here;
    }
  }
}

function inSight({ element }: PlacedTarget): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const pane = element.closest('[data-drag-scroll]')?.getBoundingClientRect();
  return pane === undefined || (top >= pane.top && bottom <= pane.bottom);
}

function goTo(next: PlacedTarget | undefined): void {
  if (next === undefined) return;
  moveOver(next.key);
  next.element.scrollIntoView({ block: 'nearest' });
  // Scrolling brings further rows into the page: those are asked about in their turn.
  requestAnimationFrame(askForVerdicts);
  announceOver();
}

/** Puts the load over the first target that can be seen. */
export function goToFirstInSight(): void {
  const all = placedTargets();
  goTo(all.find(inSight) ?? all[0]);
}

/** Takes all keys while labels are carried by keyboard. Answers how to stop. */
export function listenToKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { held } = useDragStore.getState();
    if (held.kind !== 'held') return;
    const direction = held.way === 'keyboard' ? directionOf(event) : null;
    if (direction !== null) {
      goTo(stepFrom(held.over, direction));
    } else if (event.key === 'Escape') {
      cancelDrag();
    } else if (held.way === 'keyboard' && event.key === 'Enter') {
      void drop();
    } else if (held.way === 'keyboard' && event.key === ' ') {
      if (held.over !== null && placedTarget(held.over) !== undefined) toggleTarget(held.over);
      announceOver();
    } else if (held.way === 'pointer' || ['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', onKeyDown, { capture: true });
  return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
}
