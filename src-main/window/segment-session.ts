import { type Session, session } from 'electron';

/**
 * The network session that talks to Segment: it honours the system's proxy and
 * certificates, and keeps nothing. A partition without `persist:` lives in
 * memory only, so no answer with names and emails reaches a disk cache.
 */
export function segmentFetch(): (url: string, init: RequestInit) => Promise<Response> {
  const quiet = session.fromPartition('segment', { cache: false });
  return (url, init) => quiet.fetch(url, { ...init, credentials: 'omit' });
}

/** Cuts the page's own session off from every network: defence behind the content security policy. */
export function cutOffNetwork(page: Session): void {
  page.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'] },
    (_details, answer) => answer({ cancel: true }),
  );
}
