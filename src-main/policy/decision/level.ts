import { type Reading, sameRoleLabels, warehouseLists } from '../catalogue/readings';
import type { RoleLevel } from '../catalogue/role-schema';
import type { Column } from '../world/columns';
import { CERTAIN, CONTESTED, coverageOf, NOTHING, PERHAPS, type Power } from '../world/powers';
import type { World } from '../world/world';

/** Levels in order; admin includes read. */
export type Level = RoleLevel;

/** Levels as a thermometer code: 00, 01, 11. The higher of two levels is their bitwise OR. */
export const levelCode: Readonly<Record<Level, number>> = { none: 0, read: 1, admin: 3 };

/** The level of a thermometer code. */
export function levelOfCode(code: number): Level {
  return (code & 2) !== 0 ? 'admin' : (code & 1) !== 0 ? 'read' : 'none';
}

/** The level of a member on a resource. */
export interface LevelAnswer {
  /** What is certain, by the readings that report more access. */
  readonly atLeast: Level;
  /** What it might be, with everything that could not be seen. */
  readonly atMost: Level;
  /** What is certain by every reading. */
  readonly undisputed: Level;
  readonly readings: readonly Reading[];
}

/** The code of the level that a power gives where it reaches: an unknown role may give admin. */
export function codeOfPower({ rights }: Power): number {
  return levelCode[rights === null ? 'admin' : rights.role.level];
}

/** The level that these powers give on a resource. */
export function levelOf(world: World, powers: Iterable<number>, column: Column): LevelAnswer {
  let atLeast = 0;
  let atMost = 0;
  let undisputed = 0;
  const readings = new Set<Reading>();
  for (const number of powers) {
    const power = world.powers.get(number);
    const coverage = coverageOf(power, column);
    if (coverage === NOTHING) continue;
    const code = codeOfPower(power);
    if (coverage >= PERHAPS) atMost |= code;
    if (coverage >= CONTESTED) atLeast |= code;
    if (coverage === CERTAIN) undisputed |= code;
    if (coverage === CONTESTED) readings.add(power.kind === 'labels' ? sameRoleLabels : warehouseLists);
  }
  return {
    atLeast: levelOfCode(atLeast),
    atMost: levelOfCode(atMost),
    undisputed: levelOfCode(undisputed),
    readings: undisputed === atLeast ? [] : [...readings].sort(),
  };
}
