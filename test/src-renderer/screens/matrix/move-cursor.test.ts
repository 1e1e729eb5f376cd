import { describe, expect, it } from 'vitest';
import { moveCursor, rangeBetween } from '../../../../src-renderer/screens/matrix/move-cursor';

const size = { rows: 100, columns: 50, rowsPerPage: 20, columnsPerPage: 10 };
const from =
  (row: number, column: number) =>
  (key: string, jump = false, across = false) =>
    moveCursor({ row, column }, { key, jump }, across, size);

describe('the cursor', () => {
  it('moves by a cell and stops at the ends, where the heads are the first line', () => {
    expect(from(5, 5)('ArrowUp')).toEqual({ row: 4, column: 5 });
    expect(from(5, 5)('ArrowRight')).toEqual({ row: 5, column: 6 });
    expect(from(0, 0)('ArrowUp')).toEqual({ row: -1, column: 0 });
    expect(from(0, 0)('ArrowLeft')).toEqual({ row: 0, column: -1 });
    expect(from(-1, 3)('ArrowUp')).toEqual({ row: -1, column: 3 });
    expect(from(99, 49)('ArrowDown')).toEqual({ row: 99, column: 49 });
  });

  it('goes to the ends of a row with Home and End, and of the grid with Ctrl', () => {
    expect(from(5, 5)('Home')).toEqual({ row: 5, column: 0 });
    expect(from(5, 5)('End')).toEqual({ row: 5, column: 49 });
    expect(from(5, 5)('Home', true)).toEqual({ row: 0, column: 0 });
    expect(from(5, 5)('End', true)).toEqual({ row: 99, column: 49 });
    expect(from(5, 5)('ArrowDown', true)).toEqual({ row: 99, column: 5 });
    expect(from(5, 5)('ArrowLeft', true)).toEqual({ row: 5, column: 0 });
  });

  it('moves by a page less one line, with Alt across, and not into the heads', () => {
    expect(from(5, 5)('PageDown')).toEqual({ row: 24, column: 5 });
    expect(from(5, 5)('PageUp')).toEqual({ row: 0, column: 5 });
    expect(from(5, 5)('PageDown', false, true)).toEqual({ row: 5, column: 14 });
    expect(from(95, 5)('PageDown')).toEqual({ row: 99, column: 5 });
  });

  it('leaves other keys alone', () => {
    expect(from(5, 5)('x')).toBeNull();
    expect(from(5, 5)('Tab')).toBeNull();
  });

  it('chooses the cells between two places, without heads', () => {
    expect(rangeBetween({ row: 7, column: 2 }, { row: 3, column: 9 })).toEqual({
      top: 3,
      bottom: 7,
      left: 2,
      right: 9,
    });
    expect(rangeBetween({ row: -1, column: 2 }, { row: 3, column: -1 })).toEqual({
      top: 0,
      bottom: 3,
      left: 0,
      right: 2,
    });
  });
});
