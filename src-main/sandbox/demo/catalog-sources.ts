import type { CatalogEntry, IntegrationOption, SourceMetadata } from '../state/resources';

/** Pictures that nobody can load: the reserved name `.invalid` never resolves. */
export function logosOf(slug: string): CatalogEntry['logos'] {
  return { default: `https://logos.sandbox.invalid/${slug}.svg`, mark: null, alt: null };
}

function source(
  id: string,
  slug: string,
  name: string,
  category: string,
  description: string,
  options: readonly IntegrationOption[] = [],
): SourceMetadata {
  return {
    id,
    slug,
    name,
    description,
    logos: logosOf(slug),
    options,
    categories: [category],
    isCloudEventSource: ['CRM', 'Payments', 'Helpdesk', 'Email Marketing', 'Advertising'].includes(category),
    status: 'PUBLIC',
  };
}

const apiKey: IntegrationOption = {
  name: 'api_key',
  type: 'string',
  required: true,
  description: 'The key of the account that is read.',
  label: 'API key',
};
const schedule: IntegrationOption = {
  name: 'schedule',
  type: 'string',
  required: false,
  defaultValue: 'hourly',
};

/** The kinds of sources that teams make themselves, one for each app, site or server. */
export const EVENT_SOURCES: readonly SourceMetadata[] = [
  source('IqDTy1TpoU', 'javascript', 'Javascript', 'Website', 'Tracks what visitors do on a website.'),
  source('UBrsG9RVzw', 'ios', 'Apple', 'Mobile', 'Tracks what people do in an app for iOS.'),
  source('B0X0QmvMny', 'android', 'Android', 'Mobile', 'Tracks what people do in an app for Android.'),
  source('zwaAn5nHhM', 'node', 'Node.js', 'Server', 'Sends events from a Node.js service.'),
  source('iUM16Md8P2', 'http-api', 'HTTP API', 'Server', 'Takes events from anything that can speak HTTP.'),
  source('5rMmGkJqVz', 'python', 'Python', 'Server', 'Sends events from a Python service.'),
  source('Xk81hZsQpd', 'kotlin', 'Kotlin', 'Mobile', 'Tracks what people do in apps written in Kotlin.'),
];

/** The kind with this slug; an unknown one is a mistake in the demo data. */
export function eventSource(slug: string): SourceMetadata {
  const found = EVENT_SOURCES.find((each) => each.slug === slug);
  if (found === undefined) throw new Error(`the catalogue has no ${slug}`);
  return found;
}

/** The kinds of sources that read from another product. */
export const CLOUD_SOURCES: readonly SourceMetadata[] = [
  source('PdRtUqUqjF', 'stripe', 'Stripe', 'Payments', 'Reads charges and customers.', [apiKey, schedule]),
  source('q4p2jRkhfw', 'zendesk', 'Zendesk', 'Helpdesk', 'Reads tickets and their authors.', [
    apiKey,
    schedule,
  ]),
  source('EqQQ0I9WZb', 'salesforce', 'Salesforce', 'CRM', 'Reads accounts, contacts and leads.', [schedule]),
  source('yYx2mC3FqB', 'hubspot', 'HubSpot', 'CRM', 'Reads contacts and deals.', [apiKey]),
  source('MkX2n5gTqF', 'braze', 'Braze', 'Email Marketing', 'Reads what became of messages.', [apiKey]),
  source('UpLkKfKpEp', 'facebook-ads', 'Facebook Ads', 'Advertising', 'Reads campaigns and their cost.', [
    schedule,
  ]),
];

/** A reverse ETL source reads a warehouse. */
export const REVERSE_ETL_SOURCE: SourceMetadata = source(
  'hnQ4pXW1sR',
  'snowflake',
  'Snowflake',
  'Reverse ETL',
  'Reads rows of a warehouse and sends them on.',
  [{ name: 'account', type: 'string', required: true, label: 'Account' }],
);

/** The source that Segment makes for a space; it is called `Engage (space name)`. */
export const ENGAGE_SOURCE: SourceMetadata = source(
  '2t8aZ5LkYc',
  'engage',
  'Engage',
  'Website',
  'Carries what a space computes to its destinations.',
);
