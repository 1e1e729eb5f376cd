import {
  AuditTrailApi,
  DestinationsApi,
  FunctionsApi,
  IAMGroupsApi,
  IAMRolesApi,
  IAMUsersApi,
  LabelsApi,
  SourcesApi,
  SpacesApi,
  TestingApi,
  TrackingPlansApi,
  WarehousesApi,
  WorkspacesApi,
} from '@segment/public-api-sdk-typescript';
import type { Asker } from './running-sandbox';

/** The SDK's clients, all of them for one workspace of the sandbox. */
export function sdkFor(url: string, token: string) {
  const apis = {
    audit: new AuditTrailApi(url),
    destinations: new DestinationsApi(url),
    functions: new FunctionsApi(url),
    groups: new IAMGroupsApi(url),
    roles: new IAMRolesApi(url),
    users: new IAMUsersApi(url),
    labels: new LabelsApi(url),
    sources: new SourcesApi(url),
    spaces: new SpacesApi(url),
    testing: new TestingApi(url),
    plans: new TrackingPlansApi(url),
    warehouses: new WarehousesApi(url),
    workspaces: new WorkspacesApi(url),
  };
  for (const api of Object.values(apis)) api.accessToken = token;
  return apis;
}
export type Sdk = ReturnType<typeof sdkFor>;

/** A source that has both a warehouse and a destination, so that no list about it is empty. */
async function connectedSource(asker: Asker, warehouse: string): Promise<string> {
  for (const id of await asker.ids(`/warehouses/${warehouse}/connected-sources`, 'sources')) {
    const destinations = await asker.ids(`/sources/${id}/connected-destinations`, 'destinations');
    if (destinations.length > 0) return id;
  }
  throw new Error('no source of the warehouse has a destination');
}

/** The first entities of Northwind, to put into paths and bodies. */
export async function entitiesOf(asker: Asker) {
  const first = async (path: string, name: string): Promise<string> => {
    const [id = ''] = await asker.ids(path, name);
    return id;
  };
  const warehouse = await first('/warehouses', 'warehouses');
  return {
    workspace: asker.workspace().id,
    user: await asker.userId('jonas.adeyemi@northwind.example'),
    group: await first('/groups', 'userGroups'),
    source: await connectedSource(asker, warehouse),
    destination: await first('/destinations', 'destinations'),
    warehouse,
    space: await first('/spaces', 'spaces'),
    sourceAdmin: await asker.role('Source Admin'),
  };
}
export type Entities = Awaited<ReturnType<typeof entitiesOf>>;

/** One call of the SDK: the route it must reach, the type of its answer, and the status of success (200 when left out). */
export interface SdkCall {
  readonly route: string;
  readonly response: string;
  readonly run: (sdk: Sdk, ids: Entities) => Promise<{ response: object; body: object }>;
  readonly status?: number;
}
