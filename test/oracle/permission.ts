import type { Resource, Snapshot } from '@contract/snapshot';
import { contest, type Derivation, possible } from './derivation';
import type { Holding } from './holdings';
import { reach } from './reach';
import { givesScope } from './roles';

/** R12, R27, R28, R34: every way in which a holding gives an action on a resource. */
export function onResource(
  snapshot: Snapshot,
  holding: Holding,
  action: string,
  resource: Resource,
): Derivation[] {
  const reached = reach(snapshot, holding, resource);
  if (reached === undefined) return [];
  if (holding.kind === 'anything' || holding.role === undefined) return [possible];
  const ways: Derivation[] = [];
  for (const permit of holding.role.permits) {
    if (permit.on !== resource.type) continue;
    if (permit.actions !== 'every' && !permit.actions.includes(action)) continue;
    ways.push(permit.contested === undefined ? reached : contest(reached, permit.contested));
  }
  return ways;
}

/** R13, R27, R28, R37: every way in which a holding gives an action of the workspace. */
export function onWorkspace(holding: Holding, action: string): Derivation[] {
  if (holding.kind === 'anything') return [possible];
  const { role, held } = holding;
  const { scope } = holding.grant;
  if (role === undefined) return [possible];
  const ways: Derivation[] = [];
  for (const permit of role.permits) {
    if (permit.on !== 'WORKSPACE') continue;
    if (permit.actions !== 'every' && !permit.actions.includes(action)) continue;
    if (scope.kind === 'unknown' || !givesScope(role, scope)) {
      ways.push(possible);
      continue;
    }
    if (permit.when === 'scopeAll' && scope.kind !== 'all') continue;
    if (permit.when === 'scopeList' && scope.kind !== 'list') continue;
    ways.push(permit.contested === undefined ? held : contest(held, permit.contested));
  }
  return ways;
}

/** R16: whether and how a holding unmasks, for viewPii or downloadPii, whatever its scope. */
export function unmasks(holding: Holding, action: 'viewPii' | 'downloadPii'): Derivation[] {
  if (holding.kind === 'anything' || holding.role === undefined) return [possible];
  const { role, held } = holding;
  const permitted = role.permits.some(
    (permit) => permit.on === 'REACHED' && (permit.actions === 'every' || permit.actions.includes(action)),
  );
  return role.pii === 'always' || permitted ? [held] : [];
}

/** R14, R19: an owner's holding is the owner role over everything. */
export function owns(holding: Holding): Derivation[] {
  if (holding.kind === 'anything') return [possible];
  if (holding.role?.owner !== true) return [];
  return holding.grant.scope.kind === 'all' ? [holding.held] : [possible];
}
