import { z } from 'zod';
import type { Call } from '../wire/call';
import { FAULT_KINDS } from '../wire/faults';
import { parseInput } from '../wire/input';

const faultBodySchema = z.object({ kind: z.enum(FAULT_KINDS), count: z.int().min(1).max(1_000_000) });

/** GET `/gatehouse/faults`: those that wait. */
export function listFaults({ faults }: Call) {
  return { faults: faults.waiting() };
}

/** POST `/gatehouse/faults`: one more at the end of the line. */
export function addFault({ faults, body }: Call) {
  const { kind, count } = parseInput(faultBodySchema, body);
  faults.add(kind, count);
  return { faults: faults.waiting() };
}

/** DELETE `/gatehouse/faults`: none waits any more. */
export function clearFaults({ faults }: Call) {
  faults.clear();
  return { status: 'SUCCESS' };
}
