/** The keys with `key` moved by `steps` places (negative: up), as far as there is room. */
export function movedBy(keys: readonly string[], key: string, steps: number): string[] {
  const from = keys.indexOf(key);
  if (from < 0) return [...keys];
  const to = Math.max(0, Math.min(keys.length - 1, from + steps));
  const rest = keys.filter((each) => each !== key);
  return [...rest.slice(0, to), key, ...rest.slice(to)];
}

/** The keys with `key` put at the place of `target`: what dropping one tile on another does. */
export function movedTo(keys: readonly string[], key: string, target: string): string[] {
  const from = keys.indexOf(key);
  const to = keys.indexOf(target);
  return from < 0 || to < 0 ? [...keys] : movedBy(keys, key, to - from);
}
