import type { MatrixView } from '@contract/matrix';
import { Map as MapIcon, Minus } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { call } from '../../api/bridge';
import { IconButton } from '../../components/IconButton';
import { countText } from '../../components/list/counts';
import type { GridGeometry } from './geometry';
import type { GridModel } from './grid-model';
import type { GridHandle } from './MatrixGrid';
import styles from './minimap.module.css';
import { type HeatMap, heatPixels, mapTiles, sightBox } from './minimap-picture';
import type { Box, SightBoard } from './sight-board';
import { usePalette } from './use-palette';

/** How long scrolling must rest before the place is said anew. */
const REST_MS = 120;

/**
 * The whole matrix as a heat map with what is in sight as a rectangle. A click
 * or a drag goes there; with the keyboard it is a slider that moves by screens.
 */
export function Minimap({
  workspaceKey,
  view,
  fingerprint,
  model,
  grid,
  board,
  onFold,
}: {
  workspaceKey: string;
  view: MatrixView;
  fingerprint: string;
  model: GridModel;
  grid: RefObject<GridHandle | null>;
  board: SightBoard;
  onFold: () => void;
}) {
  const heat = useHeat(workspaceKey, view, fingerprint, model);
  const frame = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();

  useEffect(() => {
    const target = canvas.current;
    const pen = target?.getContext('2d') ?? null;
    if (target === null || pen === null || palette === null || heat === null) return;
    const { pixels, width, height } = heatPixels(heat.map, heat.tiles, model.pivot, palette);
    target.width = width;
    target.height = height;
    pen.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [heat, palette, model.pivot]);

  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | null = null;
    const stop = board.watch(({ geometry, offset, cursor }) => {
      const target = box.current;
      if (target === null || frame.current === null) return;
      giveWay(frame.current, cursor, geometry);
      const { left, top, width, height } = inSight(geometry, offset);
      target.style.left = `${left * 100}%`;
      target.style.top = `${top * 100}%`;
      target.style.width = `${width * 100}%`;
      target.style.height = `${height * 100}%`;
      if (rest !== null) clearTimeout(rest);
      rest = setTimeout(() => sayPlace(pane.current, geometry, offset), REST_MS);
    });
    return () => {
      stop();
      if (rest !== null) clearTimeout(rest);
    };
  }, [board]);

  const goTo = (event: PointerEvent) => {
    const at = pane.current?.getBoundingClientRect();
    const latest = board.latest();
    if (at === undefined || latest === null) return;
    const { down, across } = latest.geometry;
    grid.current?.painter.scrollTo({
      x: ((event.clientX - at.left) / at.width) * lengthOf(across) - across.view / 2,
      y: ((event.clientY - at.top) / at.height) * lengthOf(down) - down.view / 2,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const latest = board.latest();
    const painter = grid.current?.painter;
    if (latest === null || painter === undefined) return;
    const to = keyStep(event.key, latest.geometry, latest.offset);
    if (to === null) return;
    event.preventDefault();
    painter.scrollTo(to);
  };
  return (
    <div ref={frame} className={styles.minimap}>
      {/* A picture of two dimensions: its slider tells rows as its value and both in words. */}
      <div
        ref={pane}
        role="slider"
        tabIndex={0}
        className={styles.pane}
        aria-label="Minimap: what is in sight of the whole matrix"
        aria-orientation="vertical"
        aria-valuemin={1}
        aria-valuemax={Math.max(1, model.rows)}
        aria-valuenow={1}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          goTo(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
        }}
        onKeyDown={onKeyDown}
      >
        <div aria-hidden="true" className={styles.drawn}>
          <canvas ref={canvas} className={styles.picture} />
          <div ref={box} className={styles.sight} />
        </div>
      </div>
      <IconButton label="Fold the minimap" className={styles.fold} onClick={onFold}>
        <Minus aria-hidden />
      </IconButton>
    </div>
  );
}

/** Stands where the minimap is folded. */
export function FoldedMinimap({ onUnfold }: { onUnfold: () => void }) {
  return (
    <div className={styles.minimap} data-folded>
      <IconButton label="Show the minimap" className={styles.fold} onClick={onUnfold}>
        <MapIcon aria-hidden />
      </IconButton>
    </div>
  );
}

/** Room that is kept free around the cursor, in px. */
const APART = 32;

/** The minimap stands at the right; over the cursor it would hide what the keyboard is at, and goes to the left. */
function giveWay(
  frame: HTMLElement,
  cursor: Box,
  { headWidth, headHeight, down, across }: GridGeometry,
): void {
  const hides =
    cursor.x + cursor.width > headWidth + across.view - frame.offsetWidth - APART &&
    cursor.y + cursor.height > headHeight + down.view - frame.offsetHeight - APART;
  frame.toggleAttribute('data-yields', hides);
  frame.style.setProperty('--head-width', `${headWidth}px`);
}

function lengthOf({ lines, cell }: GridGeometry['down']): number {
  return lines * cell;
}

function inSight({ down, across }: GridGeometry, { x, y }: { x: number; y: number }) {
  return sightBox(
    { row: y / down.cell, column: x / across.cell },
    { rows: down.view / down.cell, columns: across.view / across.cell },
    { rows: down.lines, columns: across.lines },
  );
}

function sayPlace(slider: HTMLElement | null, { down, across }: GridGeometry, at: { x: number; y: number }) {
  if (slider === null) return;
  const words = (axis: GridGeometry['down'], offset: number, name: string) => {
    const first = Math.min(axis.lines, Math.floor(offset / axis.cell) + 1);
    const last = Math.min(axis.lines, Math.floor((offset + axis.view) / axis.cell));
    return `${name} ${countText(first)} to ${countText(Math.max(first, last))} of ${countText(axis.lines)}`;
  };
  slider.setAttribute('aria-valuenow', String(Math.min(down.lines, Math.floor(at.y / down.cell) + 1)));
  slider.setAttribute('aria-valuetext', `${words(down, at.y, 'rows')}, ${words(across, at.x, 'columns')}`);
}

/** Where a key of the slider goes: arrows by half a screen, page keys by a screen, Home and End to the corners. */
export function keyStep(
  key: string,
  { down, across }: GridGeometry,
  { x, y }: { x: number; y: number },
): { x?: number; y?: number } | null {
  switch (key) {
    case 'ArrowLeft':
      return { x: x - across.view / 2 };
    case 'ArrowRight':
      return { x: x + across.view / 2 };
    case 'ArrowUp':
      return { y: y - down.view / 2 };
    case 'ArrowDown':
      return { y: y + down.view / 2 };
    case 'PageUp':
      return { y: y - down.view };
    case 'PageDown':
      return { y: y + down.view };
    case 'Home':
      return { x: 0, y: 0 };
    case 'End':
      return { x: lengthOf(across), y: lengthOf(down) };
    default:
      return null;
  }
}

/** The heat map of a view, and how many tiles it has. */
function useHeat(key: string, view: MatrixView, fingerprint: string, model: GridModel) {
  const [heat, setHeat] = useState<{ map: HeatMap; tiles: { width: number; height: number } } | null>(null);
  const { pivot, rows, columns } = model;
  useEffect(() => {
    let wanted = fingerprint !== '';
    const lines = pivot ? { principals: columns, resources: rows } : { principals: rows, resources: columns };
    const tiles = mapTiles(pivot, lines);
    call('matrix.map', { key, view, ...tiles }).then(
      (map) => {
        if (wanted) setHeat({ map, tiles });
      },
      () => {
        // Without the picture the rectangle alone still says where one is.
        if (wanted) setHeat(null);
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, view, fingerprint, pivot, rows, columns]);
  return heat;
}
