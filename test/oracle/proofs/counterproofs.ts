import type { Grant, Resource, Snapshot } from '@contract/snapshot';
import { apply } from '../../../src-main/policy/changes/apply';
import type { NearGrant } from '../../../src-main/policy/decision/counterproof';
import { compile } from '../../../src-main/policy/policy';
import { Random } from '../../src-main/policy/random-world';
import { certain } from '../derivation';
import { reach } from '../reach';
import { roleOf } from '../roles';
import { anyWorld } from '../worlds';
import { anyQuestion, count, fail, nothingYet, type ProofResult } from './proof';

/**
 * That a counterproof is true: each fix, applied alone, turns the answer; and by the oracle's
 * rules, what a near grant is said to lack is lacking, and with it the grant would reach.
 */

/** Whether a grant of this holder reaches the resource, by the oracle. */
function reaches(world: Snapshot, grant: Grant, siblings: Grant[], resource: Resource): boolean {
  const role = roleOf(grant, world.roles);
  const holding = { kind: 'grant', grant, role, siblings, held: certain, path: '' } as const;
  return reach(world, holding, resource) !== undefined;
}

/** The world in which the resource, or a destination's source, wears these labels too. */
function labelled(world: Snapshot, resource: Resource, labels: Grant['scope']): Snapshot {
  const wearer =
    resource.type === 'DESTINATION' ? `SOURCE:${resource.sourceId}` : `${resource.type}:${resource.id}`;
  const more = labels.kind === 'labels' ? labels.labels : [];
  return {
    ...world,
    resources: world.resources.map((each) => {
      if (`${each.type}:${each.id}` !== wearer) return each;
      if (each.type === 'SOURCE') return { ...each, labels: [...each.labels, ...more] };
      return each.type === 'SPACE' ? { ...each, labels: [...(each.labels ?? []), ...more] } : each;
    }),
  };
}

function isLacking(world: Snapshot, { path, lacks }: NearGrant, action: string, resource: Resource): boolean {
  const { grant, holder } = path;
  const siblings =
    (holder.kind === 'member' ? world.members : world.groups).find(({ id }) => id === holder.id)?.grants ??
    [];
  if (lacks.kind === 'right') {
    const permits = roleOf(grant, world.roles)?.permits ?? null;
    if (permits === null) return false;
    return permits.every(
      ({ on, actions }) => on !== resource.type || (actions !== 'every' && !actions.includes(action)),
    );
  }
  if (reaches(world, grant, siblings, resource)) return false;
  if (lacks.kind === 'labels') {
    const extended = labelled(world, resource, { kind: 'labels', labels: [...lacks.labels] });
    const worn = extended.resources.find(({ type, id }) => type === resource.type && id === resource.id);
    const asked = lacks.labels.every(
      (label) =>
        grant.scope.kind === 'labels' && JSON.stringify(grant.scope.labels).includes(JSON.stringify(label)),
    );
    // One label less than that would not do.
    const needed = lacks.labels.every((label) => {
      const fewer = lacks.labels.filter(({ key, value }) => key !== label.key || value !== label.value);
      const almost = labelled(world, resource, { kind: 'labels', labels: fewer });
      return !reaches(almost, grant, siblings, resource);
    });
    return asked && needed && worn !== undefined && reaches(extended, grant, siblings, worn);
  }
  if (grant.scope.kind !== 'list') return false;
  const named =
    resource.type === 'DESTINATION'
      ? ({ type: 'SOURCE', id: resource.sourceId } as const)
      : resource.type === 'TRACKING_PLAN'
        ? null
        : ({ type: resource.type, id: resource.id } as const);
  if (named === null) return false;
  const longer: Grant = { ...grant, scope: { kind: 'list', resources: [...grant.scope.resources, named] } };
  return reaches(world, longer, siblings, resource);
}

/** Several denied questions about resources on each of so many worlds. */
export function proveCounterproofs(seed: number, worlds: number): ProofResult {
  const random = new Random(seed);
  const result = nothingYet();
  for (let number = 0; number < worlds; number += 1) {
    const world = anyWorld(random);
    const policy = compile(world);
    count(result, 'worlds');
    for (let asked = 0; asked < 6; asked += 1) {
      const { memberId, action, target } = anyQuestion(random, world);
      if (target.kind !== 'resource' || policy.check(memberId, action, target) !== 'denied') continue;
      const proof = policy.counterproof(memberId, action, target);
      const question = { memberId, action, target };
      count(result, 'denials');
      for (const { change } of proof.fixes) {
        const applied = apply(world, change);
        count(result, 'fixes');
        const after =
          applied.kind === 'applied'
            ? compile(applied.snapshot).check(memberId, action, target)
            : 'impossible';
        if (after !== 'allowed') fail(result, 'a fix that does not help', { question, change, after, world });
      }
      if (['view', 'viewUnify', 'viewSchema'].includes(action) && proof.fixes.length === 0) {
        fail(result, 'no fix where a grant would do', { question, world });
      }
      const resource = world.resources.find(({ type, id }) => type === target.type && id === target.id);
      for (const near of proof.near) {
        count(result, `near grants, lacking ${near.lacks.kind}`);
        if (resource === undefined || !isLacking(world, near, action, resource)) {
          fail(result, 'a near grant that lacks no such thing', { question, near, world });
        }
      }
    }
  }
  return result;
}
