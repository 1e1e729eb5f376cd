import {
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { changeLook } from '../../components/list/look-memory';
import { type Axis, axesOf } from './axes';
import { linesPerPage, spacerOf } from './geometry';
import type { GridModel } from './grid-model';
import { Mirror, mirrorId } from './Mirror';
import styles from './matrix-grid.module.css';
import { type GridPlace, matrixPlace, viewKeyOf } from './matrix-look';
import type { MatrixPainter } from './matrix-painter';
import type { SightBoard } from './sight-board';
import { chosenRange, type GridActions, useGridCursor } from './use-grid-cursor';
import type { GoTo } from './use-matrix-target';
import { usePainter } from './use-painter';

/** The grid as others move it: the minimap, and links from elsewhere. */
export interface GridHandle {
  painter: MatrixPainter;
  focus: () => void;
}

/**
 * The matrix itself: a canvas that sticks to a scrolled element of the size of
 * the whole, and a mirror of what it draws for screen readers.
 */
export function MatrixGrid({
  workspaceKey,
  model,
  board,
  handle,
  goTo,
  label,
  corner,
  onHover,
  ...actions
}: GridActions & {
  workspaceKey: string;
  model: GridModel;
  /** Where each frame is written. */
  board: SightBoard;
  handle: RefObject<GridHandle | null>;
  /** A line to go to; each new object once. */
  goTo: GoTo | null;
  label: string;
  corner: { down: string; across: string };
  /** The place under the pointer, else the cursor. */
  onHover: (place: GridPlace) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const { painter, geometry, sight, version } = usePainter({
    scroller,
    canvas,
    model,
    corner,
    workspaceKey,
    board,
  });
  const [initial] = useState(() => placeLeft(workspaceKey, model));
  const perPage = { rows: linesPerPage(geometry.down), columns: linesPerPage(geometry.across) };
  const { choice, moveTo, onKeyDown } = useGridCursor(model, perPage, initial.cursor, actions);
  const cursor = useMemo(() => within(choice.cursor, model), [choice.cursor, model]);
  const range = useMemo(() => chosenRange(choice), [choice]);

  const restored = useRef(false);
  useLayoutEffect(() => {
    if (painter === null || restored.current || geometry.across.view <= geometry.across.cell) return;
    restored.current = true;
    painter.scrollTo({ x: initial.column * geometry.across.cell, y: initial.row * geometry.down.cell });
  }, [painter, geometry, initial]);

  const shown = useRef(choice.cursor);
  useEffect(() => {
    painter?.move({ cursor, range });
    if (shown.current !== choice.cursor) painter?.reveal(cursor);
    shown.current = choice.cursor;
    const { down, across } = axesOf(model.pivot);
    const place: Record<Axis, number> = { principals: 0, resources: 0 };
    place[down] = cursor.row;
    place[across] = cursor.column;
    changeLook(matrixPlace, workspaceKey, { cursor: place });
  }, [painter, choice, cursor, range, model, workspaceKey]);

  useEffect(() => {
    if (painter === null) return;
    handle.current = {
      painter,
      focus: () => grid.current?.focus({ preventScroll: true }),
    };
    return () => {
      handle.current = null;
    };
  }, [painter, handle]);

  const { pivot } = model;
  const gone = useRef<GoTo | null>(null);
  useEffect(() => {
    if (painter === null || goTo === null || gone.current === goTo) return;
    gone.current = goTo;
    const isRow = axesOf(pivot).down === goTo.axis;
    moveTo(isRow ? { row: goTo.line, column: -1 } : { row: -1, column: goTo.line }, false);
    grid.current?.focus({ preventScroll: true });
  }, [painter, goTo, pivot, moveTo]);

  // A pane that opens beside the grid must not hide the cell that it is about.
  const { view: width } = geometry.across;
  const { view: height } = geometry.down;
  const latest = useRef(cursor);
  latest.current = cursor;
  useEffect(() => {
    if (width > 0 && height > 0 && document.activeElement === grid.current) painter?.reveal(latest.current);
  }, [painter, width, height]);

  const placeOf = (event: PointerEvent): GridPlace | null => {
    const box = canvas.current?.getBoundingClientRect();
    if (box === undefined || painter === null) return null;
    return painter.placeAt({ x: event.clientX - box.left, y: event.clientY - box.top });
  };
  const hover = (place: GridPlace | null) => {
    painter?.move({ hover: place });
    onHover(place ?? latest.current);
  };
  useEffect(() => {
    // `version`: the words of the cursor may have been on their way.
    if (version >= 0) onHover(cursor);
  }, [onHover, cursor, version]);
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    grid.current?.focus({ preventScroll: true });
    const place = placeOf(event);
    if (place === null) return;
    moveTo(place, event.shiftKey);
    if (!event.shiftKey) actions.onOpen(place);
  };

  // A table that is operated with keys is a grid: ARIA in HTML allows the role, and rows and cells follow it.
  const gridRole = {
    role: 'grid',
    tabIndex: 0,
    'aria-label': label,
    'aria-rowcount': model.rows + 1,
    'aria-colcount': model.columns + 1,
    'aria-multiselectable': true,
    'aria-activedescendant': mirrorId(cursor),
  };
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      onScroll={() => {
        hover(null);
        painter?.invalidate();
      }}
    >
      <div className={styles.sticky}>
        <div aria-hidden="true" className={styles.drawn}>
          <canvas
            ref={canvas}
            className={styles.canvas}
            onPointerDown={onPointerDown}
            onPointerMove={(event) => hover(placeOf(event))}
            onPointerLeave={() => hover(null)}
          />
        </div>
        <table
          ref={grid}
          {...gridRole}
          className={styles.mirror}
          onKeyDown={onKeyDown}
          onFocus={() => painter?.move({ focused: true })}
          onBlur={() => painter?.move({ focused: false })}
        >
          <tbody>
            <Mirror model={model} sight={sight} cursor={cursor} range={range} version={version} />
          </tbody>
        </table>
      </div>
      <div
        className={styles.spacer}
        style={{
          width: geometry.headWidth + spacerOf(geometry.across),
          height: geometry.headHeight + spacerOf(geometry.down),
        }}
      />
    </div>
  );
}

/** The cursor where it still is in the grid: a fold may have closed under it. */
function within({ row, column }: GridPlace, { rows, columns }: GridModel): GridPlace {
  return { row: Math.min(row, rows - 1), column: Math.min(column, columns - 1) };
}

/** Where this view was left, by rows and columns; at the beginning for another view. */
function placeLeft(workspaceKey: string, model: GridModel) {
  const left = matrixPlace.looks.getState()[workspaceKey];
  if (left === undefined || left.viewKey !== viewKeyOf(model.view)) {
    return { row: 0, column: 0, cursor: { row: 0, column: 0 } };
  }
  const { down, across } = axesOf(model.pivot);
  return {
    row: left.first[down],
    column: left.first[across],
    cursor: { row: left.cursor[down], column: left.cursor[across] },
  };
}
