import type { ChannelOutput, ParsedInput } from '@contract/channels';
import type { HeldPolicy } from '../held-policy';

/** A window of the matrix. Who or what is not there has cell 0. */
export function answerCells(
  { policy }: HeldPolicy,
  { memberIds, resources }: ParsedInput<'policy.cells'>,
): ChannelOutput<'policy.cells'> {
  return {
    fingerprint: policy.snapshot.fingerprint,
    cells: new Uint8Array(policy.matrixWindow(memberIds, resources)),
  };
}
