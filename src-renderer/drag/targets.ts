import type { DropTarget } from '@contract/drafts';
import { useCallback, useRef } from 'react';

/** A drop target that is in the page now. */
export interface PlacedTarget {
  key: string;
  target: DropTarget;
  /** What it is called when it is read out: `Source Admin of Analysts`. */
  name: string;
  element: HTMLElement;
}

/** The attribute by which the element under the pointer tells its target. */
export const TARGET_ATTRIBUTE = 'data-drop-target';

const placed = new Map<string, PlacedTarget>();

/** One text for one target. */
export function targetKey(target: DropTarget): string {
  switch (target.kind) {
    case 'lane':
      return `lane ${target.holder.kind} ${target.holder.id} ${target.roleId}`;
    case 'grant':
      return `grant ${target.holder.kind} ${target.holder.id} ${target.grant}`;
    case 'resource':
      return `resource ${target.resource.type} ${target.resource.id}`;
  }
}

/** Makes an element a drop target while it is in the page. Spread the answer into it. */
export function useDropTarget(target: DropTarget, name: string) {
  const key = targetKey(target);
  const now = useRef({ target, name });
  now.current = { target, name };
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return;
      placed.set(key, {
        key,
        element,
        get target() {
          return now.current.target;
        },
        get name() {
          return now.current.name;
        },
      });
      return () => {
        if (placed.get(key)?.element === element) placed.delete(key);
      };
    },
    [key],
  );
  return { ref, [TARGET_ATTRIBUTE]: key };
}

/** The target with this key, if it is in the page. */
export function placedTarget(key: string): PlacedTarget | undefined {
  return placed.get(key);
}

/** All targets in the page, in the order in which they are read. */
export function placedTargets(): PlacedTarget[] {
  return [...placed.values()].sort((a, b) =>
    (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? -1 : 1,
  );
}

/** The key of the innermost target that an element is in. */
export function targetKeyAt(element: Element | null): string | null {
  return element?.closest(`[${TARGET_ATTRIBUTE}]`)?.getAttribute(TARGET_ATTRIBUTE) ?? null;
}
