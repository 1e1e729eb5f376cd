import type { ChosenPair } from '../../stores/selection';

/** Which member and resource it is about, whatever the action, as one text. */
export function pairKey({ memberId, resource }: ChosenPair): string {
  return `pair ${memberId} ${resource.type}:${resource.id}`;
}
