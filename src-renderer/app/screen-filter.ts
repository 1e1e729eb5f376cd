/** Moves the focus to the search of the screen: the element that carries `data-screen-filter`. */
export function focusScreenFilter(): void {
  const field = document.querySelector<HTMLElement>('[data-screen-filter]');
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
