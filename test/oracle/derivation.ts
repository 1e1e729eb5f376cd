/**
 * One way in, as SPEC's words say: certain, contested (with the readings that
 * it rests on) or possible. Without one of them there is no way.
 */
export type Derivation =
  | { kind: 'certain' }
  | { kind: 'contested'; readings: string[] }
  | { kind: 'possible' };

/** A way in that nothing speaks against. */
export const certain: Derivation = { kind: 'certain' };
/** A way in that something unseen decides. */
export const possible: Derivation = { kind: 'possible' };

/** A derivation that needs both: possible if either is, contested by the readings of both. */
export function both(one: Derivation, other: Derivation): Derivation {
  if (one.kind === 'possible' || other.kind === 'possible') return possible;
  const readings = [
    ...(one.kind === 'contested' ? one.readings : []),
    ...(other.kind === 'contested' ? other.readings : []),
  ];
  return readings.length === 0 ? certain : { kind: 'contested', readings };
}

/** A derivation that rests on one more reading. */
export function contest(derivation: Derivation, reading: string): Derivation {
  return both(derivation, { kind: 'contested', readings: [reading] });
}
