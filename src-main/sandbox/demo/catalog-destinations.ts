import type { CatalogEntry, DestinationMetadata, IntegrationOption } from '../state/resources';
import { logosOf } from './catalog-sources';

type Component = DestinationMetadata['components'][number];

function destination(
  id: string,
  slug: string,
  name: string,
  category: string,
  rest: Partial<DestinationMetadata> = {},
): DestinationMetadata {
  const options: readonly IntegrationOption[] = [
    { name: 'apiKey', type: 'string', required: true, label: 'API key', description: `The key of ${name}.` },
    { name: 'endpoint', type: 'select', required: false, defaultValue: 'US', label: 'Region' },
  ];
  const server: Component = {
    type: 'SERVER',
    code: `https://code.sandbox.invalid/${slug}`,
    owner: 'SEGMENT',
  };
  return {
    id,
    slug,
    name,
    description: `Sends what happens to ${name}.`,
    logos: logosOf(slug),
    options,
    status: 'PUBLIC',
    previousNames: [name],
    categories: [category],
    website: `https://${slug}.sandbox.invalid`,
    components: [server],
    supportedFeatures: {
      cloudModeInstances: 'MULTIPLE',
      deviceModeInstances: 'NONE',
      replay: true,
      browserUnbundling: false,
      browserUnbundlingPublic: false,
    },
    supportedMethods: { pageview: true, identify: true, alias: false, track: true, group: true },
    supportedPlatforms: {
      browser: true,
      server: true,
      mobile: true,
      warehouse: false,
      cloudAppObject: false,
    },
    actions: [],
    presets: [],
    ...rest,
  };
}

const sendEvent = {
  id: 'gKpQ2eWn5sTzXvBc',
  slug: 'sendEvent',
  name: 'Send event',
  description: 'Sends one event.',
  platform: 'CLOUD',
  hidden: false,
  defaultTrigger: 'type = "track"',
  fields: [
    {
      id: 'fQw7eRt2yUi',
      sortOrder: 0,
      fieldKey: 'name',
      label: 'Event name',
      type: 'STRING',
      description: 'The name under which the event arrives.',
      placeholder: 'Order Completed',
      defaultValue: { '@path': '$.event' },
      required: true,
      multiple: false,
      choices: null,
      dynamic: false,
      allowNull: false,
    },
  ],
};

/** The kinds of destinations. */
export const DESTINATIONS: readonly DestinationMetadata[] = [
  destination('5GA4mQ8sLx', 'google-analytics-4', 'Google Analytics 4', 'Analytics', {
    actions: [sendEvent],
    presets: [
      { actionId: sendEvent.id, name: 'Track calls', fields: { name: '$.event' }, trigger: 'type = "track"' },
    ],
    supportedRegions: ['us-west-2', 'eu-west-1'],
    regionEndpoints: ['US', 'EU'],
  }),
  destination('54521fd725e7', 'amplitude', 'Amplitude', 'Analytics', {
    components: [
      { type: 'BROWSER', code: 'https://code.sandbox.invalid/amplitude-web', owner: 'SEGMENT' },
      { type: 'IOS', code: 'https://code.sandbox.invalid/amplitude-ios', owner: 'PARTNER' },
    ],
  }),
  destination('54521fd925e7', 'mixpanel', 'Mixpanel', 'Analytics'),
  destination('57f6d0bd80f4', 'braze-destination', 'Braze', 'Email Marketing', {
    previousNames: ['Appboy'],
    partnerOwned: true,
    contacts: [{ name: 'Partner support', email: 'support@partner.example' }],
  }),
  destination('54521fd525e7', 'facebook-conversions-api', 'Facebook Conversions API', 'Advertising'),
  destination('60ad61f9ff47', 'customer-io', 'Customer.io', 'Email Marketing'),
  destination('54521fda25e7', 'salesforce-destination', 'Salesforce', 'CRM'),
  destination('54521fd925e1', 'webhooks', 'Webhooks', 'Raw Data', { status: 'PUBLIC_BETA' }),
  destination('54521fd725f0', 'kissmetrics', 'Kissmetrics', 'Analytics', { status: 'DEPRECATED' }),
];

function warehouse(id: string, slug: string, name: string): CatalogEntry {
  return {
    id,
    slug,
    name,
    description: `Loads everything into ${name}.`,
    logos: logosOf(slug),
    options: [
      { name: 'hostname', type: 'string', required: true, label: 'Host' },
      { name: 'database', type: 'string', required: true, label: 'Database' },
    ],
  };
}

/** The kinds of warehouses. */
export const WAREHOUSES: readonly CatalogEntry[] = [
  warehouse('CwQ1Zr9sKp', 'snowflake', 'Snowflake'),
  warehouse('aea3c55dsz', 'redshift', 'Redshift'),
  warehouse('PKm3b8YtLn', 'bigquery', 'BigQuery'),
  warehouse('lD2QxV7hWs', 'postgres', 'Postgres'),
];
