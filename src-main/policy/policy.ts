import type { Change, Holder } from '@contract/changes';
import type { Grant, Snapshot } from '@contract/snapshot';
import type { Action } from './catalogue/role-schema';
import { type Counterproof, counterproofOf } from './decision/counterproof';
import { check, type Decision, decide, type Effect } from './decision/decide';
import { type Explanation, explain } from './decision/explain';
import { type LevelAnswer, levelOf } from './decision/level';
import type { Target } from './decision/target';
import { type EffectResult, effectOfDraft } from './effect/effect';
import { type Circumstances, mayGrant } from './granting/judge-change';
import type { Verdict } from './granting/verdict';
import { type Counts, countAll } from './matrix/counts';
import { Matrix } from './matrix/matrix';
import { viewedBy } from './matrix/viewed';
import { viewersOf } from './matrix/viewers';
import { type Things, whatCan } from './reach/what-can';
import { type People, whoCan } from './reach/who-can';
import type { ResourceKey } from './world/columns';
import { buildWorld, columnIndex } from './world/world';

const NOWHERE: LevelAnswer = { atLeast: 'none', atMost: 'none', undisputed: 'none', readings: [] };

/** A snapshot compiled for questions. Members by id, resources by type and id. */
export class Policy {
  readonly matrix: Matrix;

  constructor(readonly snapshot: Snapshot) {
    this.matrix = new Matrix(buildWorld(snapshot));
  }

  /** Whether the member can do it, with every reason. */
  decide(memberId: string, action: Action, target: Target): Decision {
    return decide(this.matrix.world, memberId, action, target);
  }

  /** Only the effect. */
  check(memberId: string, action: Action, target: Target): Effect {
    return check(this.matrix.world, memberId, action, target);
  }

  /** The member's level on a resource; none where one of them is not there. */
  level(memberId: string, resource: ResourceKey): LevelAnswer {
    const { world } = this.matrix;
    const member = world.memberIndex.get(memberId);
    const column = world.columns.list[columnIndex(world, resource) ?? -1];
    if (member === undefined || column === undefined) return NOWHERE;
    return levelOf(world, world.rows.powersOf(world.memberRow[member] ?? 0), column);
  }

  /** Everybody who can do this. */
  whoCanReach(target: Target, action: Action = 'view'): People {
    const { world } = this.matrix;
    const column = action === 'view' && target.kind === 'resource' ? columnIndex(world, target) : undefined;
    return column === undefined ? whoCan(world, action, target) : viewersOf(this.matrix, column);
  }

  /** Every resource on which the member can do this. */
  whatCanReach(memberId: string, action: Action = 'view'): Things {
    const { world } = this.matrix;
    return action === 'view' && world.memberIndex.has(memberId)
      ? viewedBy(this.matrix, memberId)
      : whatCan(world, memberId, action);
  }

  /** Reach of every member and every resource, in numbers. */
  counts(): Counts {
    return countAll(this.matrix);
  }

  /** The cells of these members (down) and resources (across), a byte each. */
  matrixWindow(memberIds: readonly string[], resources: readonly ResourceKey[]): Uint8Array {
    return this.matrix.window(memberIds, resources);
  }

  /** The decision with its deciding reasons marked. */
  explain(memberId: string, action: Action, target: Target): Explanation {
    return explain(this.matrix.world, memberId, action, target);
  }

  /** For a "no": the nearest grants, what each lacks, and the smallest changes that would allow it. */
  counterproof(memberId: string, action: Action, resource: ResourceKey): Counterproof {
    return counterproofOf(this.matrix.world, memberId, action, resource);
  }

  /** What a draft would cause. */
  effect(draft: readonly Change[]): EffectResult {
    return effectOfDraft(this.matrix, draft);
  }

  /** Whether a grant may be made. */
  mayGrant(holder: Holder, grant: Grant, circumstances?: Circumstances): Verdict {
    return mayGrant(this.snapshot, holder, grant, circumstances);
  }
}

/** Compiles a snapshot. Pure: the same snapshot answers the same. */
export function compile(snapshot: Snapshot): Policy {
  return new Policy(snapshot);
}
