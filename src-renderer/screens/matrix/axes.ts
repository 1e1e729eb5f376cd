/** The two axes as main names them. */
export type Axis = 'principals' | 'resources';

/** Which axis runs down and which across. Pivoting swaps them in the window only. */
export function axesOf(pivot: boolean): { down: Axis; across: Axis } {
  return pivot ? { down: 'resources', across: 'principals' } : { down: 'principals', across: 'resources' };
}

/** The lines of both axes at a place of the grid. */
export function linesAt(
  pivot: boolean,
  { row, column }: { row: number; column: number },
): { principal: number; resource: number } {
  return pivot ? { principal: column, resource: row } : { principal: row, resource: column };
}
