import type { Change } from '@contract/changes';
import { changeSchema } from '@contract/changes';
import { type DropVerdict, draftSchemas } from '@contract/drafts';
import type { Snapshot } from '@contract/snapshot';
import { z } from 'zod';
import { dropOn, nothingToDrop } from '../../drafts/drop';
import { apply } from '../../policy/changes/apply';
import { judgeChange } from '../../policy/granting/judge-change';
import { type Verdict, type VerdictReason, verdictOf } from '../../policy/granting/verdict';
import { compile, type Policy } from '../../policy/policy';
import type { HeldPolicy } from '../held-policy';
import { sentence, viewVerdict } from './sentences';

/** A drag: what is dragged over what, and the draft that it comes on top of. */
export const dropsInputSchema = draftSchemas['drafts.dropVerdicts'].input.extend({
  draft: z.array(changeSchema),
});
export type DropsInput = z.infer<typeof dropsInputSchema>;

/** The policy with a draft in it. Only the last one asked for is kept: a drag follows the other on one draft. */
export class DraftedPolicies {
  #last: { base: Policy; draft: string; drafted: Policy } | null = null;

  /** The policy itself for an empty draft. A change that makes no sense here is passed over. */
  of(base: Policy, draft: readonly Change[]): Policy {
    if (draft.length === 0) return base;
    const text = JSON.stringify(draft);
    if (this.#last?.base === base && this.#last.draft === text) return this.#last.drafted;
    let snapshot: Snapshot = base.snapshot;
    for (const change of draft) {
      const applied = apply(snapshot, change);
      if (applied.kind === 'applied') snapshot = applied.snapshot;
    }
    const drafted = compile(snapshot);
    this.#last = { base, draft: text, drafted };
    return drafted;
  }

  forget(): void {
    this.#last = null;
  }
}

/** Whether Segment would take the changes one after the other. */
function judged(snapshot: Snapshot, changes: readonly Change[]): Verdict {
  const reasons: (VerdictReason & { weight: 'refused' | 'unknown' })[] = [];
  let before = snapshot;
  for (const change of changes) {
    const { verdict, reasons: found } = judgeChange(before, change);
    if (verdict !== 'accepted') reasons.push(...found.map((reason) => ({ ...reason, weight: verdict })));
    const applied = apply(before, change);
    if (applied.kind === 'impossible') break;
    before = applied.snapshot;
  }
  return verdictOf(reasons);
}

function verdictFor(policy: Policy, input: DropsInput, target: DropsInput['targets'][number]): DropVerdict {
  const drop = dropOn(policy.snapshot, input.labels, target);
  switch (drop.kind) {
    case 'none':
      return nothingToDrop(drop.reason, [sentence(drop.reason)]);
    case 'attestation':
      return {
        changes: [],
        words: drop.words,
        kind: 'attestation',
        verdict: { verdict: 'accepted', reasons: [] },
        effect: null,
      };
    default: {
      const verdict = viewVerdict(judged(policy.snapshot, drop.changes));
      if (verdict.verdict === 'refused') return nothingToDrop(drop.words, verdict.reasons);
      const result = policy.effect(drop.changes);
      const effect =
        result.kind === 'impossible' ? null : { counts: result.effect.counts, ...result.effect.extent() };
      return { changes: [...drop.changes], words: drop.words, kind: drop.kind, verdict, effect };
    }
  }
}

/** One answer for each target of a drag, in their order. */
export function answerDrops(drafted: DraftedPolicies, held: HeldPolicy, input: DropsInput): DropVerdict[] {
  const policy = drafted.of(held.policy, input.draft);
  return input.targets.map((target) => verdictFor(policy, input, target));
}
