const whole = new Intl.NumberFormat('en-GB');

/** A count with its thousands apart: `20,000`. */
export function countText(count: number): string {
  return whole.format(count);
}

/** A count with its word: `1 member`, `20,000 members`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/** A count for copying: what is not known says so, and is never a 0. */
export function countToCopy(count: number | null): string {
  return count === null ? 'unknown' : String(count);
}

/** Names for copying into one cell; what is not known says so. */
export function namesToCopy(names: readonly string[] | null, complete = true): string {
  if (names === null) return 'unknown';
  return complete ? names.join(', ') : [...names, 'perhaps more (unknown)'].join(', ');
}
