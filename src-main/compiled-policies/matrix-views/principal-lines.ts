import type { MatrixView } from '@contract/matrix';
import type { ReachCount } from '@contract/reach-count';
import { compareIds, compareNames } from '../../lists/collation';
import type { Matrix } from '../../policy/matrix/matrix';
import { stripsOf } from './counting-cells';
import type { Principal } from './principals';
import type { StripMasks } from './strip-masks';

/** A line of principals: one, or all whose cells are the same. The first stands for them. */
export interface PrincipalLine {
  readonly first: Principal;
  readonly alike: readonly Principal[];
  readonly reach: ReachCount;
}

/** A principal with what it reaches. */
export interface Reaching {
  readonly principal: Principal;
  readonly reach: ReachCount;
}

/** Principals in order: by name, or by how much they reach. */
export function orderPrincipals(all: readonly Reaching[], sort: MatrixView['sortPrincipals']): Reaching[] {
  const byName = ({ principal: one }: Reaching, { principal: other }: Reaching) =>
    compareNames(one.name, other.name) || compareIds(one.id, other.id);
  if (sort === 'name') return [...all].sort(byName);
  const much = ({ reach }: Reaching) => reach.admin + reach.read;
  return [...all].sort((one, other) => much(other) - much(one) || byName(one, other));
}

/**
 * The lines of ordered principals. Those alike are found strip by strip: two are, as long as
 * every strip so far showed the same cells of them.
 */
export function principalLines(
  ordered: readonly Reaching[],
  alike: boolean,
  matrix: Matrix,
  without: Matrix | null,
  masks: StripMasks,
): PrincipalLine[] {
  if (!alike) return ordered.map(({ principal, reach }) => ({ first: principal, alike: [principal], reach }));
  const members = ordered.map(({ principal }) => principal.member);
  let classOf = new Int32Array(members.length);
  for (const { variants } of stripsOf(matrix, without, masks, members)) {
    const signatures = new Map<string, number>();
    const shows = variants.list.map((_, number) => {
      const text = variants.signature(number);
      const known = signatures.get(text) ?? signatures.size;
      signatures.set(text, known);
      return known;
    });
    const classes = new Map<number, number>();
    const next = new Int32Array(members.length);
    variants.of.forEach((variant, place) => {
      const key = (classOf[place] ?? 0) * signatures.size + (shows[variant] ?? 0);
      const known = classes.get(key) ?? classes.size;
      classes.set(key, known);
      next[place] = known;
    });
    classOf = next;
  }
  const lines = new Map<number, { first: Principal; alike: Principal[]; reach: ReachCount }>();
  ordered.forEach(({ principal, reach }, place) => {
    const known = lines.get(classOf[place] ?? 0);
    if (known === undefined) lines.set(classOf[place] ?? 0, { first: principal, alike: [principal], reach });
    else known.alike.push(principal);
  });
  return [...lines.values()];
}
