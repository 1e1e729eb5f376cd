import type { PlanStep, TargetState } from '../plan/plan';
import type { StepRequest } from '../plan/requests';
import type { WriteAnswer } from '../segment/writes';

/** What a target looks like now; `state: null`: it does not exist any more. `serverTime` in milliseconds since 1970. */
export interface Seen {
  readonly state: TargetState | null;
  /** When reading it began, by the server's clock where it tells one; else by this machine's. */
  readonly readAt: number;
}

/** Someone's change, as the audit trail tells it. `time` in milliseconds since 1970. */
export interface TrailEvent {
  readonly id: string;
  readonly time: number;
  readonly type: string;
  readonly resourceId: string;
  readonly actor: string | null;
  /** The actor's address, or what else names them. */
  readonly by: string;
}

/** Draft ids of groups, with the ids that Segment gave them. */
export type CreatedGroups = ReadonlyMap<string, string>;

/** The workspace as applying needs it. Every method rejects with a SegmentError and nothing else. */
export interface Remote {
  /** The id of the workspace that the token belongs to. */
  workspaceId(): Promise<string>;
  /** Reads what a step is about, with the same reads as a sync. */
  read(step: PlanStep, created: CreatedGroups): Promise<Seen>;
  /** Sends once; see `SegmentClient.write`. */
  write(request: StepRequest): Promise<WriteAnswer>;
  /** What happened from `since` on, whoever did it. */
  events(since: number): Promise<readonly TrailEvent[]>;
  /** How far times of the audit trail may be off those of `Seen`, in milliseconds. */
  slackMs(): number;
  /** How the audit trail names our own token; `null` where nobody tells. */
  readonly actor: string | null;
}
