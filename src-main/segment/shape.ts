import type { z } from 'zod';
import { SegmentError } from './segment-error';

/** A value in words, for the place where something else was expected. */
function wordFor(value: unknown): string {
  if (value === undefined) return 'is missing';
  if (value === null) return 'is null';
  return `is not as expected (${Array.isArray(value) ? 'array' : typeof value})`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}

/**
 * Parses a part of an answer. The error names the endpoint and the first field
 * that does not fit, as a dotted path from `data`; never what is in it.
 *
 * @param at the path of `value` inside the answer
 * @throws SegmentError `badShape`
 */
export function parseShape<Output>(
  schema: z.ZodType<Output>,
  value: unknown,
  endpoint: string,
  at: readonly PropertyKey[],
): Output {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path ?? [];
  const field = [...at, ...path].map(String).join('.');
  throw new SegmentError(
    'badShape',
    `The answer to ${endpoint} does not fit: \`${field}\` ${wordFor(valueAt(value, path))}.`,
    { endpoint, field },
  );
}
