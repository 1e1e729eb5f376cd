import { useEffect, useRef } from 'react';
import { drawMark } from './draw-mark';
import styles from './legend.module.css';
import type { Palette } from './palette';

/** Side of the picture in CSS px. */
const SIDE = 18;

/** A cell of the legend, drawn by the same hand as the grid. `word` has the bits of the cell. */
export function MarkPicture({ word, palette }: { word: number; palette: Palette | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = canvas.current;
    const pen = target?.getContext('2d') ?? null;
    if (target === null || pen === null || palette === null) return;
    const ratio = window.devicePixelRatio;
    target.width = SIDE * ratio;
    target.height = SIDE * ratio;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawMark(pen, word, SIDE, palette);
  }, [word, palette]);
  return (
    <span aria-hidden="true">
      <canvas ref={canvas} className={styles.mark} />
    </span>
  );
}
