import type { Snapshot } from '@contract/snapshot';
import { actionTargets } from '../../../src-main/policy/catalogue/action-targets';
import { type Action, actionSchema } from '../../../src-main/policy/catalogue/role-schema';
import { resourceTarget, theWorkspace } from '../../../src-main/policy/decision/target';
import { readCell } from '../../../src-main/policy/matrix/cell';
import { compile, type Policy } from '../../../src-main/policy/policy';
import { Random } from '../../src-main/policy/random-world';
import { anyWorld } from '../worlds';
import { count, fail, nothingYet, type ProofResult } from './proof';

/** That every way to ask the same thing answers the same: decide, check, who can, what can, level, cell. */

function proveAction(policy: Policy, world: Snapshot, action: Action, result: ProofResult): void {
  const targets = actionTargets[action];
  if (targets === 'pair') return;
  const about = targets === 'workspace' ? [theWorkspace] : world.resources.map(resourceTarget);
  const things = new Map(world.members.map(({ id }) => [id, policy.whatCanReach(id, action)]));
  for (const target of about) {
    const who = policy.whoCanReach(target, action);
    for (const { id } of world.members) {
      const { effect } = policy.decide(id, action, target);
      const ways = [
        policy.check(id, action, target),
        who.allowed.includes(id) ? 'allowed' : who.unknown.includes(id) ? 'unknown' : 'denied',
      ];
      if (target.kind === 'resource') {
        const isIt = (each: { type: string; id: string }) =>
          each.type === target.type && each.id === target.id;
        const { allowed, unknown } = things.get(id) ?? { allowed: [], unknown: [] };
        ways.push(allowed.some(isIt) ? 'allowed' : unknown.some(isIt) ? 'unknown' : 'denied');
      }
      count(result, 'answers', ways.length + 1);
      if (ways.some((way) => way !== effect))
        fail(result, 'ways differ', { id, action, target, effect, ways, world });
    }
  }
}

function proveCells(policy: Policy, world: Snapshot, result: ProofResult): void {
  const ids = world.members.map(({ id }) => id);
  const window = policy.matrixWindow(ids, world.resources);
  const totals = policy.counts();
  ids.forEach((id, down) => {
    const tally = { read: 0, admin: 0 };
    world.resources.forEach((resource, across) => {
      const cell = readCell(window[down * world.resources.length + across] ?? 0);
      const { atLeast, atMost, undisputed } = policy.level(id, resource);
      const pii = policy.check(id, 'viewPii', resourceTarget(resource));
      const level = { atLeast, atMost, undisputed, pii: pii === 'allowed', piiPossible: pii !== 'denied' };
      if (atLeast !== 'none') tally[atLeast] += 1;
      count(result, 'cells');
      if (JSON.stringify(level) !== JSON.stringify(cell))
        fail(result, 'a cell', { id, resource, level, cell, world });
    });
    const { read, admin } = totals.members[down] ?? {};
    if (read !== tally.read || admin !== tally.admin)
      fail(result, 'counts', { id, tally, read, admin, world });
  });
}

/** Three actions asked every way about everybody and everything, and every cell, on each of so many worlds. */
export function proveWays(seed: number, worlds: number): ProofResult {
  const random = new Random(seed);
  const result = nothingYet();
  for (let number = 0; number < worlds; number += 1) {
    const world = anyWorld(random);
    const policy = compile(world);
    count(result, 'worlds');
    for (let asked = 0; asked < 3; asked += 1) {
      proveAction(policy, world, random.pick(actionSchema.options), result);
    }
    proveCells(policy, world, result);
  }
  return result;
}
