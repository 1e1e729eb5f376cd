import type { BeyondApi } from '@contract/snapshot';
import { extensions } from '../segment/endpoints';
import type { WireLabelledSpace } from '../segment/wire/extensions';
import { COLLECTION_WORDS } from '../snapshot/reasons';
import { failsAlone, type Reading, readTwiceIfRefused } from './reading';

/** What Segment itself tells beyond its Public API. */
const NOTHING: BeyondApi = { plan: null, hipaaEligible: null, actingToken: null, tokens: null };

/** What the extension answers, or `null` when it does not: then it is as at Segment itself. */
async function orNull<Data>(reading: Reading, read: () => Promise<Data>): Promise<Data | null> {
  try {
    return await readTwiceIfRefused(reading, read);
  } catch (error) {
    failsAlone(error);
    return null;
  }
}

/** Reads what the workspace tells beyond the Public API, where it has the extensions. */
export async function readBeyondApi(reading: Reading, withExtensions: boolean): Promise<BeyondApi> {
  if (!withExtensions) return NOTHING;
  const { client, context, progress } = reading;
  progress.begin('tokens', null);
  const described = await orNull(reading, () => client.read(extensions.workspace, {}, context));
  if (described === null) return NOTHING;
  const { workspace, token } = described.data;
  const { id, role, createdBy } = token;
  // A Workspace Member's token is refused for certain: no need to ask.
  const listed =
    role === 'Owner' ? await orNull(reading, () => client.read(extensions.tokens, {}, context)) : null;
  return {
    plan: workspace.plan,
    hipaaEligible: workspace.hipaaEligible,
    actingToken: { id, role, createdBy },
    tokens: listed?.data.tokens ?? null,
  };
}

/** The spaces with their labels, or `null` when the extension does not answer. */
export async function readLabelledSpaces(reading: Reading): Promise<readonly WireLabelledSpace[] | null> {
  const { client, context, progress } = reading;
  progress.begin(COLLECTION_WORDS.spaces, null);
  const listing = await orNull(reading, () =>
    client.list(extensions.spaces, {}, context, (done, total) => progress.advance(done, total)),
  );
  if (listing === null) return null;
  reading.reads.push({ collection: 'spaces', pages: listing.pages, entries: listing.entries.length });
  return listing.entries;
}
