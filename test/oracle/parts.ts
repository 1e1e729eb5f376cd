import type { Resource, Snapshot } from '@contract/snapshot';
import { both, contest, type Derivation, possible } from './derivation';
import type { Holding } from './holdings';
import { onResource, onWorkspace, owns, unmasks } from './permission';

/** A question in parts, each of which needs a derivation of its own. */
export type Parts = Derivation[][];

/** R16, R17: seeing what is there, and unmasking. */
function pii(
  snapshot: Snapshot,
  holdings: Holding[],
  action: 'viewPii' | 'downloadPii',
  resource: Resource,
): Parts {
  const views: Derivation[] = [];
  for (const holding of holdings) {
    const bars =
      action === 'downloadPii' &&
      resource.type === 'SPACE' &&
      holding.kind === 'grant' &&
      holding.role?.barsPiiDownload === true;
    for (const view of onResource(snapshot, holding, 'view', resource)) {
      views.push(bars ? contest(view, 'downloadOfSpaces') : view);
    }
  }
  return [views, holdings.flatMap((holding) => unmasks(holding, action))];
}

/** R20: a holding that reaches all of several sources has a way in, one that reaches some possibly. */
function onSeveral(ways: Derivation[][]): Derivation[] {
  if (!ways.some((ofOne) => ofOne.length > 0)) return [];
  let whole: Derivation | undefined;
  for (const [first] of ways) {
    if (first === undefined) return [possible];
    whole = whole === undefined ? first : both(whole, first);
  }
  return whole === undefined ? [] : [whole];
}

/** R20: the ways into the source behind a space. */
function behindSpace(snapshot: Snapshot, holding: Holding, space: Resource): Derivation[] {
  const sources: Resource[] = [];
  for (const resource of snapshot.resources) {
    if (resource.type === 'SOURCE' && resource.name === `Engage (${space.name})`) sources.push(resource);
  }
  const action = 'connectEngageDestination';
  const [only] = sources;
  if (only !== undefined && sources.length === 1) return onResource(snapshot, holding, action, only);
  const owned = owns(holding);
  if (owned.some(({ kind }) => kind === 'certain')) return owned;
  if (only !== undefined) {
    return onSeveral(sources.map((source) => onResource(snapshot, holding, action, source)));
  }
  return [possible];
}

/** R18, R19: the parts of connecting two resources. */
function connecting(snapshot: Snapshot, holdings: Holding[], one: Resource, other: Resource): Parts {
  const on = (action: string, resource: Resource) =>
    holdings.flatMap((holding) => onResource(snapshot, holding, action, resource));
  const isDescribed = (from: Resource, to: Resource) =>
    from.type === 'SOURCE' && (to.type === 'WAREHOUSE' || to.type === 'TRACKING_PLAN');
  if (isDescribed(one, other) || isDescribed(other, one)) return [on('connect', one), on('connect', other)];
  const owned = holdings.flatMap((holding) => owns(holding));
  const mayEditBoth = on('edit', one).length > 0 && on('edit', other).length > 0;
  return [mayEditBoth ? [...owned, possible] : owned];
}

/** The parts of a question about targets that are there (R12 to R21). */
export function partsOf(snapshot: Snapshot, holdings: Holding[], action: string, targets: Resource[]): Parts {
  const [one, other] = targets;
  if (one === undefined) return [holdings.flatMap((holding) => onWorkspace(holding, action))];
  if (other !== undefined) return connecting(snapshot, holdings, one, other);
  if (action === 'viewPii' || action === 'downloadPii') return pii(snapshot, holdings, action, one);
  const here = holdings.flatMap((holding) => onResource(snapshot, holding, action, one));
  if (action !== 'connectEngageDestination') return [here];
  return [here, holdings.flatMap((holding) => behindSpace(snapshot, holding, one))];
}
