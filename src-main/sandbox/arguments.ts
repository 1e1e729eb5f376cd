import { parseArgs } from 'node:util';
import { z } from 'zod';
import { SCALES } from './demo/scale';
import type { SandboxOptions } from './server';
import { FAULT_KINDS, type Fault } from './wire/faults';
import { LARGEST_PAGE } from './wire/paging';

/** What the command prints for `--help` and after a wrong argument. */
export const USAGE = `usage: npm run sandbox -- [options]
  --port N           port on 127.0.0.1 (default 4010; 0 takes a free one)
  --scale S|M|L      size of the Business workspace (default S)
  --fault KIND:COUNT the next COUNT requests fail so; may be repeated, taken in order
                     kinds: ${FAULT_KINDS.join(', ')}
  --max-page N       largest page given, 1 to ${LARGEST_PAGE}
  --slow-ms N        how long the fault "slow" holds an answer back (default 2000)
  --no-extensions    without /gatehouse/..., as at Segment itself
`;

function wholeNumber(low: number, high: number) {
  return z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= low && value <= high, `must be from ${low} to ${high}`);
}

const faultSchema = z.string().transform((text, context): Fault => {
  const [kindText, countText, ...rest] = text.split(':');
  const kind = FAULT_KINDS.find((each) => each === kindText);
  const count = Number(countText);
  if (kind !== undefined && rest.length === 0 && /^\d{1,9}$/.test(countText ?? '') && count > 0) {
    return { kind, count };
  }
  context.addIssue({ code: 'custom', message: `\`${text}\` is not KIND:COUNT` });
  return z.NEVER;
});

const argumentsSchema = z.object({
  port: wholeNumber(0, 65_535).optional(),
  scale: z.enum(SCALES, `must be one of ${SCALES.join(', ')}`).optional(),
  fault: z.array(faultSchema).optional(),
  'max-page': wholeNumber(1, LARGEST_PAGE).optional(),
  'slow-ms': wholeNumber(0, 600_000).optional(),
  'no-extensions': z.boolean().optional(),
});

/** The parsed arguments, or what is wrong with them in a sentence. */
export type ParsedArguments =
  | { readonly kind: 'options'; readonly options: SandboxOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Reads the arguments of the command (without the interpreter and the script). */
export function readArguments(args: readonly string[], usualPort: number): ParsedArguments {
  let values: Record<string, unknown>;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        scale: { type: 'string' },
        fault: { type: 'string', multiple: true },
        'max-page': { type: 'string' },
        'slow-ms': { type: 'string' },
        'no-extensions': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
  if (values.help === true) return { kind: 'help' };
  const parsed = argumentsSchema.safeParse(values);
  if (!parsed.success) {
    const message = parsed.error.issues
      .map((issue) => `--${String(issue.path[0])} ${issue.message}`)
      .join('; ');
    return { kind: 'wrong', message };
  }
  const { port, scale, fault, ...rest } = parsed.data;
  return {
    kind: 'options',
    options: {
      port: port ?? usualPort,
      scale,
      faults: fault,
      maxPage: rest['max-page'],
      slowMs: rest['slow-ms'],
      extensions: rest['no-extensions'] !== true,
    },
  };
}
