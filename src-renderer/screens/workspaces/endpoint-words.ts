import type { Endpoint } from '@contract/workspaces';

/** Where a workspace is reached, in a word or two. */
export function endpointWords(endpoint: Endpoint): string {
  switch (endpoint.kind) {
    case 'us':
      return 'US region';
    case 'eu':
      return 'EU region';
    case 'custom':
      return URL.canParse(endpoint.url) ? new URL(endpoint.url).host : endpoint.url;
    case 'sandbox':
      return 'on this machine';
  }
}
