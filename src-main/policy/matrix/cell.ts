import { levelOfCode } from '../decision/level';

/** The bits of a cell. Levels are thermometer codes: 00 none, 01 read, 11 admin. */
export const cellBits = {
  atLeast: 0b11,
  atMost: 0b11_00,
  undisputed: 0b11_0000,
  pii: 64,
  piiPossible: 128,
} as const;

/** Whether the people of a row see PII where they reach. */
export interface PiiOfRow {
  readonly certain: boolean;
  readonly possible: boolean;
}

/** A cell in words. */
export function readCell(cell: number) {
  return {
    atLeast: levelOfCode(cell & 3),
    atMost: levelOfCode((cell >> 2) & 3),
    undisputed: levelOfCode((cell >> 4) & 3),
    pii: (cell & cellBits.pii) !== 0,
    piiPossible: (cell & cellBits.piiPossible) !== 0,
  };
}
