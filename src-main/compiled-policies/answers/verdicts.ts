import type { Change } from '@contract/changes';
import type { ChannelOutput, ParsedInput } from '@contract/channels';
import type { Snapshot } from '@contract/snapshot';
import { apply } from '../../policy/changes/apply';
import { judgeChange } from '../../policy/granting/judge-change';
import type { HeldPolicy } from '../held-policy';
import { sentence, viewVerdict } from './sentences';

/** The snapshot with the draft applied, or why it cannot be. */
function afterDraft(
  snapshot: Snapshot,
  draft: readonly Change[],
): { kind: 'applied'; snapshot: Snapshot } | { kind: 'impossible'; reason: string } {
  let after = snapshot;
  for (const [place, change] of draft.entries()) {
    const applied = apply(after, change);
    if (applied.kind === 'impossible') {
      return {
        kind: 'impossible',
        reason: `Change ${place + 1} of the draft does not apply any more. ${sentence(applied.reason)}`,
      };
    }
    after = applied.snapshot;
  }
  return { kind: 'applied', snapshot: after };
}

/** Whether Segment would take each change after the draft. A draft that does not apply leaves all of them open. */
export function answerJudge(
  { policy }: HeldPolicy,
  { draft, changes }: ParsedInput<'policy.judge'>,
): ChannelOutput<'policy.judge'> {
  const after = afterDraft(policy.snapshot, draft);
  return changes.map((change) =>
    after.kind === 'impossible'
      ? { verdict: 'unknown', reasons: [after.reason] }
      : viewVerdict(judgeChange(after.snapshot, change)),
  );
}

/** Whether the grant may be made. */
export function answerMayGrant(
  { policy }: HeldPolicy,
  { holder, grant }: ParsedInput<'policy.mayGrant'>,
): ChannelOutput<'policy.mayGrant'> {
  return viewVerdict(policy.mayGrant(holder, grant));
}
