import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { modifierHeld } from '../../components/platform-keys';
import type { GridModel } from './grid-model';
import type { GridPlace } from './matrix-look';
import { type CellRange, moveCursor, rangeBetween } from './move-cursor';

/** What the keyboard asks for beside moving. */
export interface GridActions {
  /** Enter: explain, unfold, or list. */
  onOpen: (place: GridPlace) => void;
  /** The admin types ahead: the line whose name begins so, from `from` on; `null` for none. */
  onFind: (axis: 'down' | 'across', text: string, from: number) => Promise<number | null>;
  onCopy: (range: CellRange) => void;
}

/** After this long without a letter typing ahead begins anew. */
const TYPING_MS = 900;

/** The cursor of the grid and the range that is chosen from it. */
export interface GridChoice {
  cursor: GridPlace;
  /** Where the range began; `null`: only the cell of the cursor. */
  anchor: GridPlace | null;
}

/** The cells that are chosen; `null` where the cursor is on a head and nothing else is. */
export function chosenRange({ cursor, anchor }: GridChoice): CellRange | null {
  return anchor === null ? null : rangeBetween(anchor, cursor);
}

/** Cursor and range of the grid, and what its keys do. `perPage`: whole lines that fit. */
export function useGridCursor(
  model: GridModel,
  perPage: { rows: number; columns: number },
  initial: GridPlace,
  { onOpen, onFind, onCopy }: GridActions,
) {
  const [choice, setChoice] = useState<GridChoice>({ cursor: initial, anchor: null });
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY, asked: 0 });
  const { cursor, anchor } = choice;

  const moveTo = useCallback((to: GridPlace, extend: boolean) => {
    setChoice((before) => ({ cursor: to, anchor: extend ? (before.anchor ?? before.cursor) : null }));
  }, []);

  const typeAhead = async (letter: string, now: number) => {
    const state = typed.current;
    const going = now - state.at < TYPING_MS;
    state.text = going ? state.text + letter : letter;
    state.at = now;
    state.asked += 1;
    const turn = state.asked;
    const axis = cursor.row < 0 ? 'across' : 'down';
    const line = axis === 'down' ? cursor.row : cursor.column;
    const found = await onFind(axis, state.text, Math.max(0, going ? line : line + 1));
    if (found === null || turn !== state.asked) return;
    moveTo(axis === 'down' ? { row: found, column: cursor.column } : { row: -1, column: found }, false);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (act(event)) event.preventDefault();
  };

  const act = (event: KeyboardEvent): boolean => {
    const held = modifierHeld(event);
    const { key, shiftKey } = event;
    if (key === 'Enter') {
      onOpen(cursor);
      return true;
    }
    if (key === ' ' && (shiftKey || held)) {
      setChoice({ ...lineChoice(model, cursor, shiftKey && held ? 'all' : shiftKey ? 'row' : 'column') });
      return true;
    }
    if (held && key.toLowerCase() === 'a') {
      setChoice(lineChoice(model, cursor, 'all'));
      return true;
    }
    if (held && key.toLowerCase() === 'c') {
      onCopy(chosenRange(choice) ?? wholeLine(model, cursor));
      return true;
    }
    if (key === 'Escape' && anchor !== null) {
      setChoice({ cursor, anchor: null });
      return true;
    }
    const size = {
      rows: model.rows,
      columns: model.columns,
      rowsPerPage: perPage.rows,
      columnsPerPage: perPage.columns,
    };
    const to = moveCursor(cursor, { key, jump: held }, event.altKey, size);
    if (to !== null) {
      moveTo(to, shiftKey);
      return true;
    }
    const letter = [...key].length === 1 && !held && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (!letter || key === '?' || (key === ' ' && !isGoing(typed.current.at, event.timeStamp))) return false;
    void typeAhead(key, event.timeStamp);
    return true;
  };

  return { choice, moveTo, onKeyDown };
}

function isGoing(at: number, now: number): boolean {
  return now - at < TYPING_MS;
}

/** All cells of the row or column of the cursor, or of the whole grid. The cursor stays in it. */
function lineChoice(
  model: GridModel,
  { row, column }: GridPlace,
  what: 'row' | 'column' | 'all',
): GridChoice {
  const last = { row: model.rows - 1, column: model.columns - 1 };
  switch (what) {
    case 'row':
      return { cursor: { row, column: last.column }, anchor: { row, column: 0 } };
    case 'column':
      return { cursor: { row: last.row, column }, anchor: { row: 0, column } };
    case 'all':
      return { cursor: last, anchor: { row: 0, column: 0 } };
  }
}

/** What copying takes without a range: the cell, or the whole line of a head. */
function wholeLine(model: GridModel, cursor: GridPlace): CellRange {
  return {
    top: Math.max(0, cursor.row),
    bottom: cursor.row < 0 ? model.rows - 1 : cursor.row,
    left: Math.max(0, cursor.column),
    right: cursor.column < 0 ? model.columns - 1 : cursor.column,
  };
}
