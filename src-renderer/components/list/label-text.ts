import type { LabelRef } from '@contract/snapshot';

/** A label as Segment writes it, which is also its id for the inspector: `key:value`. */
export function labelText({ key, value }: LabelRef): string {
  return `${key}:${value}`;
}
