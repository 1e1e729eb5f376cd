import type { Label } from './label';

/** A settings field that a kind of source, destination or warehouse has. */
export interface IntegrationOption {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description?: string;
  readonly defaultValue?: unknown;
  readonly label?: string;
}

/** What the catalogue tells of any kind of source, destination or warehouse. */
export interface CatalogEntry {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly logos: { readonly default: string; readonly mark?: string | null; readonly alt?: string | null };
  readonly options: readonly IntegrationOption[];
}

/** The catalogue's word on a kind of source. `status` is required since version 73 of the API. */
export interface SourceMetadata extends CatalogEntry {
  readonly categories: readonly string[];
  readonly isCloudEventSource: boolean;
  readonly status: string;
}

/** The catalogue's word on a kind of destination. */
export interface DestinationMetadata extends CatalogEntry {
  readonly status: string;
  readonly previousNames: readonly string[];
  readonly categories: readonly string[];
  readonly website: string;
  readonly components: ReadonlyArray<{
    readonly type: string;
    readonly code: string;
    readonly owner?: string;
  }>;
  readonly supportedFeatures: Readonly<Record<string, boolean | string>>;
  readonly supportedMethods: Readonly<Record<string, boolean>>;
  readonly supportedPlatforms: Readonly<Record<string, boolean>>;
  readonly actions: readonly object[];
  readonly presets: readonly object[];
  readonly contacts?: ReadonlyArray<{ readonly name: string; readonly email: string }>;
  readonly partnerOwned?: boolean;
  readonly supportedRegions?: readonly string[];
  readonly regionEndpoints?: readonly string[];
}

/** A source; `trackingPlanId` is the plan that it is connected to. */
export interface Source {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly metadata: SourceMetadata;
  readonly enabled: boolean;
  readonly writeKeys: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly trackingPlanId: string | null;
  labels: readonly Label[];
}

/** A streaming destination of one source. */
export interface Destination {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly metadata: DestinationMetadata;
  readonly sourceId: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A warehouse; its name, if any, is in its settings. */
export interface Warehouse {
  readonly id: string;
  readonly metadata: CatalogEntry;
  readonly enabled: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Ids of the sources that load into it. */
  readonly sourceIds: Set<string>;
}

/** A space. The Public API does not show its labels. */
export interface Space {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  labels: readonly Label[];
}

/** The types that `GET /tracking-plans` can be narrowed to. */
export const TRACKING_PLAN_TYPES = [
  'ENGAGE',
  'LIVE',
  'PROPERTY_LIBRARY',
  'RULE_LIBRARY',
  'TEMPLATE',
] as const;

/** A tracking plan of Protocols. */
export interface TrackingPlan {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly type: (typeof TRACKING_PLAN_TYPES)[number];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Version 73 of the API added the last two. */
export const FUNCTION_TYPES = [
  'DESTINATION',
  'INSERT_DESTINATION',
  'SOURCE',
  'INSERT_SOURCE',
  'INSERT_TRANSFORMATION',
] as const;
/** One type of function. */
export type FunctionType = (typeof FUNCTION_TYPES)[number];

/** Named so because `Function` is taken by the language. */
export interface FunctionItem {
  readonly id: string;
  readonly resourceType: FunctionType;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly displayName: string;
  readonly description: string;
  readonly logoUrl: string;
  readonly catalogId: string;
}
