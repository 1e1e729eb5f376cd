/** The sizes of the Business workspace; the other two stay small. */
export const SCALES = ['S', 'M', 'L'] as const;
/** One of the sizes. */
export type Scale = (typeof SCALES)[number];

/** How much of everything a workspace has. `resources` counts the workspace itself too. */
export interface Size {
  readonly members: number;
  readonly resources: number;
  readonly groups: number;
}

/** How many resources of each kind make up `resources`: fixed shares, at least one of each. */
export function resourceCounts(resources: number) {
  const share = (part: number): number => Math.max(1, Math.floor((resources - 1) * part));
  const spaces = share(0.1);
  const destinations = share(0.2);
  const warehouses = share(0.03);
  const trackingPlans = share(0.05);
  const functions = share(0.07);
  const sources = resources - 1 - spaces - destinations - warehouses - trackingPlans - functions;
  return { sources, spaces, destinations, warehouses, trackingPlans, functions };
}
/** How many of each kind. */
export type ResourceCounts = ReturnType<typeof resourceCounts>;
