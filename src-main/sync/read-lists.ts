import type { BeyondApi, Invite, Label, Resource, Role } from '@contract/snapshot';
import { type ListEndpoint, lists, reads } from '../segment/endpoints';
import type { WireGroup, WireUser } from '../segment/wire/people';
import type { WireLabel } from '../segment/wire/permission';
import { destinationOf, sourceOf, spaceOf, trackingPlanOf, warehouseOf } from '../snapshot/resources';
import { readBeyondApi, readLabelledSpaces } from './read-extensions';
import { readFunctions } from './read-functions';
import { type Reading, readCollection } from './reading';

/** The lists of a workspace. `null` for one that could not be read: then an unknown says why. */
export interface Lists {
  readonly users: readonly WireUser[] | null;
  readonly groups: readonly WireGroup[] | null;
  readonly invites: readonly Invite[] | null;
  readonly roles: readonly Role[] | null;
  readonly labels: readonly Label[] | null;
  readonly resources: readonly Resource[];
  readonly beyondApi: BeyondApi;
}

function listOf<Entry>(
  reading: Reading,
  collection: Parameters<typeof readCollection>[1],
  endpoint: ListEndpoint<Entry>,
): Promise<readonly Entry[] | null> {
  const { client, context } = reading;
  return readCollection(reading, collection, (heard) => client.list(endpoint, {}, context, heard));
}

function labelOf({ key, value, description }: WireLabel): Label {
  return { key, value, ...(description === undefined || description === null ? {} : { description }) };
}

/** The labels come at once. Of a label that is listed twice the last counts. */
function readLabels(reading: Reading): Promise<readonly WireLabel[] | null> {
  return readCollection(reading, 'labels', async (heard) => {
    const { data } = await reading.client.read(reads.labels, {}, reading.context);
    const distinct = new Map(data.labels.map((label) => [JSON.stringify([label.key, label.value]), label]));
    heard(distinct.size, distinct.size);
    return { entries: [...distinct.values()], pages: 1 };
  });
}

async function readResources(reading: Reading, withExtensions: boolean): Promise<Resource[]> {
  const resources: Resource[] = [];
  const take = <Entry>(entries: readonly Entry[] | null, make: (entry: Entry) => Resource) => {
    for (const entry of entries ?? []) resources.push(make(entry));
  };
  take(await listOf(reading, 'sources', lists.sources), sourceOf);
  take(await listOf(reading, 'destinations', lists.destinations), destinationOf);
  take(await listOf(reading, 'warehouses', lists.warehouses), warehouseOf);
  take(
    (withExtensions ? await readLabelledSpaces(reading) : null) ??
      (await listOf(reading, 'spaces', lists.spaces)),
    spaceOf,
  );
  take(await listOf(reading, 'trackingPlans', lists.trackingPlans), trackingPlanOf);
  resources.push(...(await readFunctions(reading)));
  return resources;
}

/** Reads every list of the workspace, one after the other. */
export async function readLists(reading: Reading, withExtensions: boolean): Promise<Lists> {
  const beyondApi = await readBeyondApi(reading, withExtensions);
  const users = await listOf(reading, 'members', lists.users);
  const groups = await listOf(reading, 'groups', lists.groups);
  const invites = await listOf(reading, 'invites', lists.invites);
  const roles = await listOf(reading, 'roles', lists.roles);
  const labels = await readLabels(reading);
  const resources = await readResources(reading, beyondApi.actingToken !== null);
  return {
    users,
    groups,
    invites: invites?.map((email) => ({ email })) ?? null,
    roles,
    labels: labels?.map(labelOf) ?? null,
    resources,
    beyondApi,
  };
}
