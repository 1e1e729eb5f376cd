import { type RefObject, useEffect, useRef, useState } from 'react';
import { changeLook } from '../../components/list/look-memory';
import { axesOf } from './axes';
import type { GridGeometry } from './geometry';
import type { GridModel } from './grid-model';
import { MarkSprites } from './mark-sprites';
import { matrixPlace, viewKeyOf } from './matrix-look';
import { MatrixPainter } from './matrix-painter';
import { onThemeChange, readPalette } from './palette';
import type { Sight } from './scene';
import type { SightBoard } from './sight-board';
import { useElementSize } from './use-element-size';
import { useGridGeometry } from './use-grid-geometry';

/** How long scrolling must rest before the mirror follows. */
const REST_MS = 120;

const NOTHING: Sight = { rows: { first: 0, end: 0 }, columns: { first: 0, end: 0 } };

/** The painter of a canvas, its measures, and what the mirror is to show. */
export function usePainter({
  scroller,
  canvas,
  model,
  corner,
  workspaceKey,
  board,
}: {
  scroller: RefObject<HTMLDivElement | null>;
  canvas: RefObject<HTMLCanvasElement | null>;
  model: GridModel;
  corner: { down: string; across: string };
  workspaceKey: string;
  board: SightBoard;
}) {
  const size = useElementSize(scroller);
  const geometry = useGridGeometry(model, size);
  const [painter, setPainter] = useState<MatrixPainter | null>(null);
  const [palette, setPalette] = useState<ReturnType<typeof readPalette> | null>(null);
  const [mirrored, setMirrored] = useState({ sight: NOTHING, version: 0 });
  const latest = useRef({ model, geometry, workspaceKey });
  useEffect(() => {
    latest.current = { model, geometry, workspaceKey };
  });

  useEffect(() => {
    if (canvas.current === null || scroller.current === null) return;
    const host = scroller.current;
    let rest: ReturnType<typeof setTimeout> | null = null;
    let last = NOTHING;
    const mirrorSoon = () => {
      if (rest !== null) clearTimeout(rest);
      rest = setTimeout(() => setMirrored(({ version }) => ({ sight: last, version: version + 1 })), REST_MS);
    };
    const made = new MatrixPainter(canvas.current, host, (sight) => {
      const { model, geometry, workspaceKey } = latest.current;
      const offset = made.offset();
      remember(workspaceKey, model, geometry, offset);
      board.put({ sight, geometry, offset, cursor: made.cursorBox() });
      if (sameSight(sight, last)) return;
      last = sight;
      mirrorSoon();
    });
    setPainter(made);
    const stopHearing = board.onCells(() => {
      made.invalidate();
      mirrorSoon();
    });
    const takeTheme = () => setPalette(readPalette(host));
    takeTheme();
    const stopTheme = onThemeChange(takeTheme);
    const onZoom = () => made.invalidate();
    window.addEventListener('resize', onZoom);
    return () => {
      if (rest !== null) clearTimeout(rest);
      stopHearing();
      stopTheme();
      window.removeEventListener('resize', onZoom);
      made.stop();
      setPainter(null);
    };
  }, [canvas, scroller, board]);

  useEffect(() => {
    if (painter === null || palette === null || size.width === 0) return;
    painter.show({
      geometry,
      pivot: model.pivot,
      tiles: model.tiles,
      head: (axis, line) => model.headText(axis, line),
      corner,
      palette,
      sprites: new MarkSprites(palette, geometry.down.cell, window.devicePixelRatio),
    });
  }, [painter, palette, geometry, model, corner, size.width]);

  return { painter, geometry, ...mirrored };
}

function sameSight(one: Sight, other: Sight): boolean {
  return (
    one.rows.first === other.rows.first &&
    one.rows.end === other.rows.end &&
    one.columns.first === other.columns.first &&
    one.columns.end === other.columns.end
  );
}

function remember(
  workspaceKey: string,
  model: GridModel,
  { down, across }: GridGeometry,
  offset: { x: number; y: number },
): void {
  const axes = axesOf(model.pivot);
  const first = { principals: 0, resources: 0 };
  first[axes.down] = offset.y / down.cell;
  first[axes.across] = offset.x / across.cell;
  changeLook(matrixPlace, workspaceKey, { viewKey: viewKeyOf(model.view), first });
}
