import { createHash, randomUUID } from 'node:crypto';
import type { Plan } from '../plan/plan';
import { canonicalJson } from '../snapshot/canonical-json';
import type { AppliedPlan } from './record';

/** A plan and the draft that it was made of. */
export interface MadePlan {
  readonly plan: Plan;
  readonly draftRevision: number;
}

/**
 * Main's own copy of a plan that the window is shown: only this copy is ever
 * applied. The hash is of everything in it but its id.
 */
export function plannedCopy(key: string, { plan, draftRevision }: MadePlan): AppliedPlan {
  const content = { ...plan, key, draftRevision };
  const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
  return { ...content, id: randomUUID(), hash };
}
