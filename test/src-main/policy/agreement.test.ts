import type { Snapshot } from '@contract/snapshot';
import { describe, expect, it, vi } from 'vitest';
import { actionTargets } from '../../../src-main/policy/catalogue/action-targets';
import { actionSchema } from '../../../src-main/policy/catalogue/role-schema';
import { apply } from '../../../src-main/policy/changes/apply';
import { resourceTarget, theWorkspace } from '../../../src-main/policy/decision/target';
import { noEffect, tally } from '../../../src-main/policy/effect/tally';
import { readCell } from '../../../src-main/policy/matrix/cell';
import { compile, type Policy } from '../../../src-main/policy/policy';
import { naiveCell } from './naive';
import { randomChange } from './random-change';
import { Random, randomWorld } from './random-world';

// Many small worlds: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const WORLDS = Array.from({ length: 150 }, (_, seed) => seed);

function cellsOf(policy: Policy): Map<string, number> {
  const { members, resources } = policy.snapshot;
  const ids = members.map(({ id }) => id);
  const window = policy.matrixWindow(ids, resources);
  const cells = new Map<string, number>();
  ids.forEach((id, down) => {
    resources.forEach((resource, across) => {
      const cell = window[down * resources.length + across] ?? 0;
      if (cell !== 0) cells.set(`${id} ${resource.type}:${resource.id}`, cell);
    });
  });
  return cells;
}

function naiveCells(snapshot: Snapshot): Map<string, number> {
  const cells = new Map<string, number>();
  for (const member of snapshot.members) {
    for (const resource of snapshot.resources) {
      const cell = naiveCell(member, resource, snapshot);
      if (cell !== 0) cells.set(`${member.id} ${resource.type}:${resource.id}`, cell);
    }
  }
  return cells;
}

describe('random worlds', () => {
  it('R59, R60: cells agree with the naive evaluator and with levels', () => {
    let seen = 0;
    for (const seed of WORLDS) {
      const snapshot = randomWorld(seed);
      const policy = compile(snapshot);
      const cells = cellsOf(policy);
      expect(cells, `world ${seed}`).toEqual(naiveCells(snapshot));
      for (const member of snapshot.members) {
        for (const resource of snapshot.resources) {
          const { atLeast, atMost, undisputed } = policy.level(member.id, resource);
          const cell = readCell(cells.get(`${member.id} ${resource.type}:${resource.id}`) ?? 0);
          expect({ atLeast, atMost, undisputed }, `world ${seed}`).toEqual({
            atLeast: cell.atLeast,
            atMost: cell.atMost,
            undisputed: cell.undisputed,
          });
        }
      }
      seen += cells.size;
    }
    expect(seen).toBeGreaterThan(1000);
  });

  it('R59: can, who can and what can agree for every action', () => {
    const effects = new Map<string, number>();
    for (const seed of WORLDS.slice(0, 60)) {
      const snapshot = randomWorld(seed);
      const policy = compile(snapshot);
      for (const action of actionSchema.options) {
        if (action === 'connect') continue;
        const targets =
          actionTargets[action] === 'workspace' ? [theWorkspace] : snapshot.resources.map(resourceTarget);
        for (const target of targets) {
          const who = policy.whoCanReach(target, action);
          for (const { id } of snapshot.members) {
            const { effect } = policy.decide(id, action, target);
            effects.set(effect, (effects.get(effect) ?? 0) + 1);
            const listed = who.allowed.includes(id)
              ? 'allowed'
              : who.unknown.includes(id)
                ? 'unknown'
                : 'denied';
            expect([policy.check(id, action, target), listed], `world ${seed} ${id} ${action}`).toEqual([
              effect,
              effect,
            ]);
          }
        }
      }
      for (const { id } of snapshot.members) {
        const reached = policy.whatCanReach(id).allowed.length;
        const { read, admin } =
          policy.counts().members[snapshot.members.findIndex((each) => each.id === id)] ?? {};
        expect((read ?? 0) + (admin ?? 0), `world ${seed} ${id}`).toBe(reached);
      }
    }
    expect([...effects.keys()].sort()).toEqual(['allowed', 'denied', 'unknown']);
  });

  it('R59: counts of resources are the sums of their cells', () => {
    for (const seed of WORLDS.slice(0, 40)) {
      const policy = compile(randomWorld(seed));
      const { resources } = policy.counts();
      policy.matrix.world.columns.list.forEach((column, index) => {
        const target = resourceTarget(column);
        const { read, admin } = resources[index] ?? {};
        expect((read ?? 0) + (admin ?? 0)).toBe(policy.whoCanReach(target).allowed.length);
      });
    }
  });

  it('R61: an effect is the difference of two fresh policies', () => {
    let changed = 0;
    for (const seed of WORLDS) {
      const random = new Random(seed + 1000);
      const snapshot = randomWorld(seed);
      const draft = [];
      let after = snapshot;
      for (let number = 0; number < 4; number += 1) {
        const change = randomChange(random, after, number);
        const applied = apply(after, change);
        if (applied.kind === 'impossible') continue;
        draft.push(change);
        after = applied.snapshot;
      }
      const before = compile(snapshot);
      const result = before.effect(draft);
      if (result.kind !== 'effect') throw new Error(result.reason);
      const old = cellsOf(before);
      const now = cellsOf(compile(after));
      const wanted = [...new Set([...old.keys(), ...now.keys()])]
        .filter((key) => old.get(key) !== now.get(key))
        .map((key) => `${key} ${old.get(key) ?? 0} ${now.get(key) ?? 0}`);
      const got = [...result.effect.changes()].map(
        ({ memberId, resource, before: one, after: other }) =>
          `${memberId} ${resource.type}:${resource.id} ${one} ${other}`,
      );
      expect(got.sort(), `world ${seed}`).toEqual(wanted.sort());
      const counts = noEffect();
      for (const key of new Set([...old.keys(), ...now.keys()]))
        tally(counts, old.get(key) ?? 0, now.get(key) ?? 0, 1);
      expect(counts.cells, `world ${seed}`).toBe(wanted.length);
      expect(result.effect.counts, `world ${seed}`).toEqual(counts);
      changed += wanted.length;
    }
    expect(changed).toBeGreaterThan(300);
  });

  it('R58: a change and its inverse leave the same snapshot', () => {
    const kinds = new Set<string>();
    for (const seed of WORLDS) {
      const random = new Random(seed + 2000);
      let snapshot = randomWorld(seed);
      for (let number = 0; number < 20; number += 1) {
        const change = randomChange(random, snapshot, number);
        const applied = apply(snapshot, change);
        if (applied.kind === 'impossible') continue;
        kinds.add(change.kind);
        const back = apply(applied.snapshot, applied.inverse);
        expect(back.kind === 'applied' && back.snapshot, `world ${seed} ${change.kind}`).toEqual(snapshot);
        snapshot = applied.snapshot;
      }
    }
    expect(kinds.size).toBe(19);
  });

  it('R62: each fix of a counterproof turns the answer', () => {
    let fixes = 0;
    for (const seed of WORLDS.slice(0, 60)) {
      const snapshot = randomWorld(seed);
      const policy = compile(snapshot);
      for (const { id } of snapshot.members) {
        for (const resource of snapshot.resources) {
          const proof = policy.counterproof(id, 'edit', resource);
          for (const { change } of proof.fixes) {
            const applied = apply(snapshot, change);
            if (applied.kind === 'impossible') throw new Error(applied.reason);
            fixes += 1;
            expect(compile(applied.snapshot).check(id, 'edit', resourceTarget(resource))).toBe('allowed');
          }
        }
      }
    }
    expect(fixes).toBeGreaterThan(300);
  });

  it('R24: without its certain reasons an allowed answer is no longer certain', () => {
    let removed = 0;
    for (const seed of WORLDS.slice(0, 60)) {
      const snapshot = randomWorld(seed);
      const policy = compile(snapshot);
      for (const { id } of snapshot.members) {
        for (const resource of snapshot.resources) {
          const decision = policy.decide(id, 'view', resourceTarget(resource));
          if (decision.effect !== 'allowed') continue;
          let without = snapshot;
          for (const { path } of decision.reasons) {
            if (path.kind !== 'grant') continue;
            const { holder, grant } = path;
            const applied = apply(without, { kind: 'removeGrant', holder, grant });
            if (applied.kind === 'applied') without = applied.snapshot;
            removed += 1;
          }
          const effect = compile(without).check(id, 'view', resourceTarget(resource));
          expect(effect, `world ${seed} ${id} ${resource.id}`).not.toBe('allowed');
        }
      }
    }
    expect(removed).toBeGreaterThan(100);
  });
});
