import { type Breathe, forEachBreathing } from './breather';

/** Freezes a value and everything in it. Values that are frozen already are taken to be frozen all through. */
export function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  for (const member of Object.values(value)) deepFreeze(member);
  Object.freeze(value);
}

/** The same for an object of long lists, breathing now and then. */
export async function deepFreezeBreathing(value: object, breathe: Breathe): Promise<void> {
  for (const member of Object.values(value)) {
    if (Array.isArray(member)) {
      await forEachBreathing<unknown>(member, breathe, deepFreeze);
      Object.freeze(member);
    } else deepFreeze(member);
  }
  Object.freeze(value);
}
