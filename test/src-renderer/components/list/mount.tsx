import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, vi } from 'vitest';

/*
 * Components in a page that has no layout: lists are told that they are 640 px
 * high and 1200 px wide.
 */

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const unmounts: (() => void)[] = [];

afterEach(() => {
  for (const unmount of unmounts.splice(0)) unmount();
  document.body.replaceChildren();
});

/** Gives every element a size, which a page without layout does not have. */
export function giveLayout(width = 1200, height = 640): void {
  for (const [name, size] of [
    ['offsetWidth', width],
    ['clientWidth', width],
    ['offsetHeight', height],
    ['clientHeight', height],
  ] as const) {
    vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(size);
  }
}

/** Puts a component into the page and lets its effects and first answers come in. */
export async function mount(element: ReactNode) {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const render = (next: ReactNode) => act(async () => root.render(next));
  unmounts.push(() => act(() => root.unmount()));
  await render(element);
  return { container, render, unmount: () => act(async () => root.unmount()) };
}

/** Lets answers that are on their way come in. */
export function settle(): Promise<void> {
  return act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

/** Waits for `ms` of real time inside of React's testing. */
export function wait(ms: number): Promise<void> {
  return act(async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
  });
}

/** The one element that the selector finds; throws when there is none. */
export function one<Found extends HTMLElement = HTMLElement>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** The button with these words, in its text or its label. */
export function button(words: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (each) => each.textContent?.trim() === words || each.getAttribute('aria-label') === words,
  );
  if (found === undefined) throw new Error(`there is no button “${words}”`);
  return found;
}

export function click(element: Element): Promise<void> {
  return act(async () => {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    await Promise.resolve();
  });
}

/** Gives an element the focus, as the keyboard does. */
export function focus(element: HTMLElement): Promise<void> {
  return act(async () => element.focus());
}

/** Presses a key on an element; answers whether the default was prevented. */
export async function press(element: Element, key: string, more: KeyboardEventInit = {}): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  await act(async () => {
    element.dispatchEvent(event);
    await Promise.resolve();
  });
  return event.defaultPrevented;
}

/** Types into a field as a person does: the whole text at once. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  const prototype =
    field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  return act(async () => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
  });
}

/** All text of the page, blanks folded. */
export function pageText(): string {
  return (document.body.textContent ?? '').replace(/\s+/g, ' ').trim();
}
