import type { PointerEvent as ReactPointerEvent } from 'react';
import { AWAY, type Load, useDragStore } from '../stores/drag';
import { askForVerdicts, cancelDrag, drop, moveOver, pickUp } from './session';
import { targetKeyAt } from './targets';

/** How far the pointer moves before it means dragging and not clicking, in px. */
const THRESHOLD = 5;
/** How near to an edge a list begins to scroll, and how fast, in px and px for each frame. */
const EDGE = 36;
const SPEED = 9;

/** The element that follows the pointer, which the layer gives while it is in the page. */
let layer: HTMLElement | null = null;

/** Takes the element that follows the pointer. */
export function setLayer(element: HTMLElement | null): void {
  layer = element;
}

/**
 * Begins to watch a pointer that went down on something that can be carried.
 * `loadOf` is asked once it moves; `null`: nothing to carry. Between two frames
 * only the last place counts, and no frame waits for main.
 */
export function watchPointer(
  event: ReactPointerEvent<HTMLElement>,
  workspaceKey: string,
  loadOf: () => Load | null,
): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { clientX: x0, clientY: y0, pointerId, currentTarget } = event;
  let dragging = false;
  let at = { x: x0, y: y0 };
  let frame = 0;

  const onFrame = () => {
    follow(at);
    frame = scrollAt(at) ? requestAnimationFrame(onFrame) : 0;
  };
  const onMove = (move: PointerEvent) => {
    if (move.pointerId !== pointerId) return;
    at = { x: move.clientX, y: move.clientY };
    if (!dragging) {
      if (Math.hypot(at.x - x0, at.y - y0) < THRESHOLD) return;
      const load = loadOf();
      if (load === null) {
        stop();
        return;
      }
      dragging = true;
      currentTarget.setPointerCapture(pointerId);
      pickUp(workspaceKey, load, 'pointer');
    }
    if (frame === 0) frame = requestAnimationFrame(onFrame);
  };
  const onUp = (up: PointerEvent) => {
    if (up.pointerId !== pointerId) return;
    at = { x: up.clientX, y: up.clientY };
    stop();
    if (!dragging) return;
    swallowClick();
    follow(at);
    void drop();
  };
  const onCancel = () => {
    stop();
    cancelDrag();
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    unsubscribe();
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', onCancel);
    window.removeEventListener('blur', onCancel);
  };
  // Esc ends the drag while the button is still down.
  const unsubscribe = useDragStore.subscribe(({ held }) => {
    if (dragging && held.kind === 'none') stop();
  });
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', onCancel);
  window.addEventListener('blur', onCancel);
}

interface Place {
  x: number;
  y: number;
}

function follow({ x, y }: Place): void {
  layer?.style.setProperty('--drag-x', `${x}px`);
  layer?.style.setProperty('--drag-y', `${y}px`);
  moveOver(placeAt({ x, y }));
}

function placeAt({ x, y }: Place): string | null {
  const { held } = useDragStore.getState();
  const below = document.elementFromPoint(x, y);
  const key = targetKeyAt(below);
  if (key !== null) return key;
  if (held.kind === 'none' || held.load.home === null || below === null) return null;
  return below.closest('[data-drag-home]') === null ? AWAY : null;
}

/** Scrolls the list at whose edge the pointer is; answers whether it did. */
function scrollAt({ x, y }: Place): boolean {
  const pane = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drag-scroll]');
  if (pane === undefined || pane === null) return false;
  const { top, bottom } = pane.getBoundingClientRect();
  const step = y < top + EDGE ? -SPEED : y > bottom - EDGE ? SPEED : 0;
  if (step === 0) return false;
  const before = pane.scrollTop;
  pane.scrollTop += step;
  if (pane.scrollTop === before) return false;
  askForVerdicts();
  return true;
}

/** The click that ends a drag is none. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
