import type { ResourceType } from '@contract/snapshot';
import { ClipboardList, Database, type LucideIcon, Orbit, Plug, SquareFunction, Target } from 'lucide-react';

/** A kind of resource as Segment words it, one and many, with its icon. */
export const RESOURCE_KINDS: Record<ResourceType, { one: string; many: string; icon: LucideIcon }> = {
  SOURCE: { one: 'Source', many: 'Sources', icon: Plug },
  DESTINATION: { one: 'Destination', many: 'Destinations', icon: Target },
  WAREHOUSE: { one: 'Warehouse', many: 'Warehouses', icon: Database },
  SPACE: { one: 'Space', many: 'Spaces', icon: Orbit },
  TRACKING_PLAN: { one: 'Tracking plan', many: 'Tracking plans', icon: ClipboardList },
  FUNCTION: { one: 'Function', many: 'Functions', icon: SquareFunction },
};

/** All kinds, in the order in which they are offered. */
export const RESOURCE_TYPES: readonly ResourceType[] = [
  'SOURCE',
  'DESTINATION',
  'WAREHOUSE',
  'SPACE',
  'TRACKING_PLAN',
  'FUNCTION',
];
