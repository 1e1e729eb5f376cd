import { downloadOfSpaces, type Reading, sameRoleLabels, warehouseLists } from '../catalogue/readings';
import type { Footing, RoleRights } from '../catalogue/role-rights';
import type { Action } from '../catalogue/role-schema';
import type { Column } from '../world/columns';
import { CERTAIN, CONTESTED, type Coverage, coverageOf, NOTHING, PERHAPS, type Power } from '../world/powers';

/** What a leg asks for. Two resources of a connection are `first` and `second`. */
export type LegName = 'resource' | 'workspace' | 'pii' | 'first' | 'second' | 'space' | 'source';

/**
 * One condition of an action. An action is allowed when each of its legs is
 * carried by some power: a connection has two legs, most actions have one.
 */
export interface Leg {
  readonly name: LegName;
  /** How far this one power carries the leg. */
  strength(power: Power): Coverage;
  /** The contested readings that it rests on when the strength is `CONTESTED`. */
  readings(power: Power): Reading[];
}

function limit(coverage: Coverage, most: Coverage): Coverage {
  return coverage < most ? coverage : most;
}

function strengthWith(coverage: Coverage, footing: Footing | undefined): Coverage {
  if (footing === undefined) return NOTHING;
  return footing === null ? coverage : limit(coverage, CONTESTED);
}

function readingsOfCoverage(power: Power, column: Column): Reading[] {
  if (coverageOf(power, column) !== CONTESTED) return [];
  return [power.kind === 'labels' ? sameRoleLabels : warehouseLists];
}

/** An action on one resource. */
export function resourceLeg(name: LegName, action: Action, column: Column): Leg {
  const footing = ({ rights }: Power) => (rights === null ? null : rights.on[column.type].get(action));
  return {
    name,
    strength: (power) => strengthWith(coverageOf(power, column), footing(power)),
    readings: (power) => {
      const reading = footing(power);
      return [
        ...readingsOfCoverage(power, column),
        ...(reading === undefined || reading === null ? [] : [reading]),
      ];
    },
  };
}

/** That the person reaches the resource at all; for downloading PII, not by a role that says it cannot. */
export function reachLeg(action: 'viewPii' | 'downloadPii', column: Column): Leg {
  const view = resourceLeg('resource', 'view', column);
  const barred = ({ rights }: Power) =>
    action === 'downloadPii' && column.type === 'SPACE' && rights?.role.barsPiiDownload === true;
  return {
    name: 'resource',
    strength: (power) => (barred(power) ? limit(view.strength(power), CONTESTED) : view.strength(power)),
    readings: (power) => [...view.readings(power), ...(barred(power) ? [downloadOfSpaces] : [])],
  };
}

function unmasks(rights: RoleRights, action: 'viewPii' | 'downloadPii'): boolean {
  return rights.role.pii === 'always' || rights.reached.has(action);
}

/** That the person sees PII where they reach. No scope narrows it, so only who holds it can be in doubt. */
export function piiLeg(action: 'viewPii' | 'downloadPii'): Leg {
  return {
    name: 'pii',
    strength: ({ rights, doubtOfHolder }) => {
      if (rights === null) return PERHAPS;
      if (!unmasks(rights, action)) return NOTHING;
      return doubtOfHolder === null ? CERTAIN : PERHAPS;
    },
    readings: () => [],
  };
}

/**
 * What a power gives in the workspace: some roles create resources only where their scope lets
 * them. What an unknown role gives there is not told by the resources that it is about.
 */
function workspaceFooting({ rights, kind }: Power, action: Action): Footing | undefined {
  if (rights === null) return null;
  const { all, list, labels } = rights.workspace;
  switch (kind) {
    case 'all':
      return all.get(action);
    case 'list':
      return list.get(action);
    case 'labels':
      return labels.get(action);
    case 'unknown':
      return all.has(action) || list.has(action) || labels.has(action) ? null : undefined;
  }
}

/** An action that stands alone. */
export function workspaceLeg(action: Action): Leg {
  return {
    name: 'workspace',
    strength: (power) =>
      strengthWith(
        power.doubt === null && power.kind !== 'unknown' ? CERTAIN : PERHAPS,
        workspaceFooting(power, action),
      ),
    readings: (power) => {
      const reading = workspaceFooting(power, action);
      return reading === undefined || reading === null ? [] : [reading];
    },
  };
}

/**
 * One end of a connection that the documentation does not describe: an owner may
 * do everything; whoever may edit both ends might.
 */
export function undocumentedEndLeg(name: LegName, column: Column): Leg {
  const connect = resourceLeg(name, 'connect', column);
  const edit = resourceLeg(name, 'edit', column);
  return {
    name,
    strength: (power) =>
      power.rights?.role.owner === true ? connect.strength(power) : limit(edit.strength(power), PERHAPS),
    readings: () => [],
  };
}

/**
 * The source behind an Engage space. With none or several that could be it,
 * only a power over everything, or over each of them, is certain.
 */
export function engageSourceLeg(candidates: readonly Column[]): Leg {
  const legs = candidates.map((column) => resourceLeg('source', 'connectEngageDestination', column));
  return {
    name: 'source',
    strength: (power) => {
      if (power.rights?.role.owner === true && power.doubt === null && power.kind === 'all') return CERTAIN;
      if (legs.length === 0) return PERHAPS;
      const strengths = legs.map((leg) => leg.strength(power));
      const least = strengths.reduce<Coverage>(limit, CERTAIN);
      return least > NOTHING || strengths.every((each) => each === NOTHING) ? least : PERHAPS;
    },
    readings: (power) => [...new Set(legs.flatMap((leg) => leg.readings(power)))],
  };
}
