import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { changeSettings, useSettings } from '../../stores/settings';
import { PaneErrorBoundary } from '../AppErrorBoundary';
import styles from './InspectorSlot.module.css';
import { fittingWidth, NARROWEST, WIDEST, widthAfterKey } from './inspector-width';
import { useWindowWidth } from './use-window-width';

/** Rail and borders, which neither list nor inspector can have. */
const AROUND = 76;

/** The right pane: resizable with the pointer and, on its separator, with the arrow keys. Esc closes it. */
export function InspectorSlot({ children }: { children: ReactNode }) {
  const { inspectorWidth } = useSettings();
  const room = useWindowWidth() - AROUND;
  const [dragged, setDragged] = useState<number | null>(null);
  const grip = useRef<{ x: number; width: number } | null>(null);
  const width = fittingWidth(dragged ?? inspectorWidth, room);

  const keep = (wanted: number) => {
    const inspectorWidth = fittingWidth(wanted, room);
    setDragged(null);
    void changeSettings({ inspectorWidth });
  };
  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (grip.current !== null) setDragged(grip.current.width + grip.current.x - event.clientX);
  };
  const onPointerUp = () => {
    if (grip.current !== null && dragged !== null) keep(dragged);
    grip.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = widthAfterKey(event.key, width);
    if (next === null) return;
    event.preventDefault();
    keep(next);
  };

  return (
    <>
      <hr
        tabIndex={0}
        aria-label="Width of the inspector"
        aria-orientation="vertical"
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        aria-valuenow={width}
        className={styles.separator}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
        onKeyDown={onKeyDown}
      />
      <div className={styles.inspector} style={{ width }}>
        <PaneErrorBoundary what="The inspector">{children}</PaneErrorBoundary>
      </div>
    </>
  );
}
