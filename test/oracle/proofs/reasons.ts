import type { Change } from '@contract/changes';
import type { LabelRef, Snapshot } from '@contract/snapshot';
import { apply } from '../../../src-main/policy/changes/apply';
import type { Decision, Reason } from '../../../src-main/policy/decision/decide';
import { compile } from '../../../src-main/policy/policy';
import { Random } from '../../src-main/policy/random-world';
import { equalGrants } from '../changing';
import { anyWorld } from '../worlds';
import { anyQuestion, count, fail, nothingYet, type ProofResult, type RandomQuestion } from './proof';

/**
 * That reasons are minimal: what a reason rests on (the grant, being in the group, a label) is
 * taken away by a change, and that reason must be gone; all of them taken away, the answer too.
 */

type GrantPath = Extract<Reason['path'], { kind: 'grant' }>;

function alike({ reasons }: Decision, { leg }: Reason, path: GrantPath): number {
  return reasons.filter(
    (each) =>
      each.leg === leg &&
      each.path.kind === 'grant' &&
      JSON.stringify(each.path.holder) === JSON.stringify(path.holder) &&
      equalGrants(each.path.grant, path.grant),
  ).length;
}

function byHolder({ reasons }: Decision, path: GrantPath): number {
  const holder = JSON.stringify(path.holder);
  return reasons.filter((each) => each.path.kind === 'grant' && JSON.stringify(each.path.holder) === holder)
    .length;
}

/** Where the labels sit that the leg of a reason asks for; `null`: nowhere that can be seen. */
function wearerOf(world: Snapshot, { leg }: Reason, { target }: RandomQuestion) {
  const key =
    target.kind === 'pair'
      ? target.ends[leg === 'second' ? 1 : 0]
      : target.kind === 'resource'
        ? target
        : null;
  if (key === null || !['resource', 'first', 'second', 'space'].includes(leg)) return null;
  const found = world.resources.find(({ type, id }) => type === key.type && id === key.id);
  const wearer =
    found?.type === 'DESTINATION'
      ? world.resources.find(({ type, id }) => type === 'SOURCE' && id === found.sourceId)
      : found;
  return wearer?.type === 'SOURCE' || wearer?.type === 'SPACE'
    ? { type: wearer.type, id: wearer.id, labels: wearer.labels }
    : null;
}

function changed(world: Snapshot, change: Change): Snapshot | null {
  const applied = apply(world, change);
  return applied.kind === 'applied' ? applied.snapshot : null;
}

function proveOne(world: Snapshot, question: RandomQuestion, result: ProofResult): void {
  const { memberId, action, target } = question;
  const answer = (snapshot: Snapshot) => compile(snapshot).explain(memberId, action, target);
  const before = answer(world);
  if (before.effect === 'denied') return;
  let without = world;
  const removed = new Set<string>();
  for (const reason of before.reasons) {
    const { path } = reason;
    if (path.kind !== 'grant') continue;
    const take: Change = { kind: 'removeGrant', holder: path.holder, grant: path.grant };
    const less = changed(world, take);
    const after = less === null ? null : answer(less);
    const left = after === null ? -1 : alike(after, reason, path);
    const wanted = alike(before, reason, path) - 1;
    count(result, 'grants taken away');
    if (after === null || (after.effect === before.effect ? left !== wanted : left > wanted)) {
      fail(result, 'a reason stays without its grant', { question, reason, left, wanted, world });
    }
    if (path.holder.kind === 'group') {
      const outside = changed(world, { kind: 'removeFromGroup', groupId: path.holder.id, memberId });
      if (outside !== null) {
        count(result, 'memberships taken away');
        if (byHolder(answer(outside), path) > 0) {
          fail(result, 'a reason stays without the membership', { question, reason, world });
        }
      }
    }
    proveLabels(world, question, reason, path, result);
    // One removal for each grant, even where it carries several parts of the question.
    const place = `${path.holder.kind} ${path.holder.id} ${path.position}`;
    if (!removed.has(place)) without = changed(without, take) ?? without;
    removed.add(place);
  }
  const last = compile(without).check(memberId, action, target);
  const unread = before.reasons.some(({ path }) => path.kind === 'unread');
  count(result, 'answers left without any reason');
  if (last === 'allowed' || (before.effect === 'unknown' && last === 'unknown' && !unread)) {
    fail(result, `still ${last} without any reason`, { question, world });
  }
}

function proveLabels(
  world: Snapshot,
  question: RandomQuestion,
  reason: Reason,
  path: GrantPath,
  result: ProofResult,
): void {
  const wearer = wearerOf(world, reason, question);
  if (path.grant.scope.kind !== 'labels' || reason.doubt !== null || wearer === null) return;
  const asked: readonly LabelRef[] = path.grant.scope.labels;
  for (const label of asked) {
    const bare = changed(world, {
      kind: 'removeLabel',
      resource: { type: wearer.type, id: wearer.id },
      label,
    });
    count(result, 'labels taken away');
    if (bare === null) {
      fail(result, 'a reason by a label that is not worn', { question, reason, world });
      continue;
    }
    const after = compile(bare).decide(question.memberId, question.action, question.target);
    if (alike(after, reason, path) > 0) {
      fail(result, 'a reason stays without its label', { question, reason, label, world });
    }
  }
}

/** Four questions that are not denied, if they come soon, on each of so many worlds. */
export function proveReasons(seed: number, worlds: number): ProofResult {
  const random = new Random(seed);
  const result = nothingYet();
  for (let number = 0; number < worlds; number += 1) {
    const world = anyWorld(random);
    count(result, 'worlds');
    for (let asked = 0; asked < 6; asked += 1) proveOne(world, anyQuestion(random, world), result);
  }
  return result;
}
