import type { Endpoint } from '@contract/workspaces';
import { SegmentError } from './segment-error';

/** Where requests go, without a slash at the end, and whether to ask there for the sandbox's extensions. */
export interface BaseUrl {
  readonly url: string;
  /** False at Segment itself, which is known not to have them and is never asked. */
  readonly mayHaveExtensions: boolean;
}

/** Segment's own servers by region (Segment's documentation of the Public API). */
const REGIONS = {
  us: 'https://api.segmentapis.com',
  eu: 'https://eu1.api.segmentapis.com',
} as const;

const SEGMENT_HOST = /(^|\.)segmentapis\.com$/;
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function refuse(message: string): SegmentError {
  return new SegmentError('badUrl', message);
}

function readCustom(text: string): BaseUrl {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    throw refuse('That is not an address. It should look like `https://api.example.com`.');
  }
  if (url.username !== '' || url.password !== '') {
    throw refuse('The address must not contain a user name or password.');
  }
  if (/[?#]/.test(text)) throw refuse('The address must not contain `?` or `#`.');
  const loopback = LOOPBACK_HOST.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw refuse(
      'The address must begin with `https://`, so that nobody can read the token on the way. Only this machine itself (`http://127.0.0.1:…`) may be reached without it.',
    );
  }
  return {
    url: `${url.origin}${url.pathname}`.replace(/\/+$/, ''),
    mayHaveExtensions: !SEGMENT_HOST.test(url.hostname.replace(/\.$/, '')),
  };
}

/**
 * The base URL of an endpoint. A custom one must be https, or http on the
 * loopback interface, without credentials, query or fragment; a path prefix is
 * kept. `sandboxUrl` is where the embedded sandbox listens, `null` while it does not.
 *
 * @throws SegmentError `badUrl`, or `offline` for a sandbox that is not running
 */
export function resolveBaseUrl(endpoint: Endpoint, sandboxUrl: string | null = null): BaseUrl {
  switch (endpoint.kind) {
    case 'us':
    case 'eu':
      return { url: REGIONS[endpoint.kind], mayHaveExtensions: false };
    case 'custom':
      return readCustom(endpoint.url);
    case 'sandbox': {
      if (sandboxUrl !== null) return readCustom(sandboxUrl);
      throw new SegmentError('offline', 'The sandbox is not running.', { advice: 'Open it to go on.' });
    }
  }
}

/** The region that a base URL is of; `null` for any other server. */
export function regionOf(baseUrl: string): 'us' | 'eu' | null {
  if (baseUrl === REGIONS.us) return 'us';
  return baseUrl === REGIONS.eu ? 'eu' : null;
}
