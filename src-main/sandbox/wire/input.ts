import type { z } from 'zod';
import { Problems } from './api-error';

/**
 * Parses an input; throws 422 with an entry for every bad field. `within` is
 * put before the path, for inputs that are a part of a larger one.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  within = '',
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = new Problems();
  for (const issue of result.error.issues) {
    const path = [within, ...issue.path.map(String)].filter((part) => part !== '').join('.');
    problems.add(path === '' ? 'body' : path, issue.message);
  }
  problems.throwIfAny();
  throw new Error('unreachable: a failed parse has an issue');
}
