import type { Snapshot } from '@contract/snapshot';

/** One yes-or-no question of the bench: may this member view (or edit) this resource? */
export interface Question {
  readonly memberId: string;
  readonly resource: { readonly type: Snapshot['resources'][number]['type']; readonly id: string };
  /** `TYPE:id` of the resource. */
  readonly key: string;
  readonly action: 'view' | 'edit';
}

/** Another way to answer the questions of the bench. */
export interface Peer {
  readonly name: string;
  /** Makes ready whatever answers questions about this member: an ability, an enforcer, a slice. */
  prepare(memberId: string): void;
  /** Whether the member may; the member must be prepared. */
  may(memberId: string, key: string, action: 'view' | 'edit'): boolean;
}

/** A level as a thermometer code (0 none, 1 read, 3 admin), asked of a peer as a matrix would. */
export function levelBy(peer: Peer, memberId: string, key: string): number {
  if (!peer.may(memberId, key, 'view')) return 0;
  return peer.may(memberId, key, 'edit') ? 3 : 1;
}
