import type { Link } from '@contract/settings';

const HOSTS = new Set(['app.segment.com', 'segment.com', 'docs.segmentapis.com']);

/**
 * The address of a page outside the app. The window names the page, never the
 * address, so a compromised page cannot open one of its own.
 */
export function addressOf(link: Link): string {
  switch (link.to) {
    case 'accessManagement':
      return `https://app.segment.com/${encodeURIComponent(link.slug)}/settings/access-management`;
    case 'tokens':
      return `https://app.segment.com/${encodeURIComponent(link.slug)}/settings/access-management/tokens`;
    case 'spaces':
      return `https://app.segment.com/${encodeURIComponent(link.slug)}/unify/spaces`;
    case 'publicApiDocs':
      return 'https://docs.segmentapis.com/';
    case 'rolesDocs':
      return 'https://segment.com/docs/segment-app/iam/roles/';
    case 'labelsDocs':
      return 'https://segment.com/docs/segment-app/iam/labels/';
    default:
      return unreachable(link);
  }
}

/** The last check before the browser opens: https, and a host from the list. */
export function mayOpen(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    HOSTS.has(url.host)
  );
}

function unreachable(link: never): never {
  throw new Error(`no address for ${JSON.stringify(link)}`);
}
