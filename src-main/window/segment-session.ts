import { type Session, session } from 'electron';
import { createOneAtATime } from '../storage/one-at-a-time';

/**
 * The network session that talks to Segment: it honours the system's proxy and
 * certificates, and keeps nothing. A partition without `persist:` lives in
 * memory only, so no answer with names and emails reaches a disk cache.
 */
export function segmentFetch(): (url: string, init: RequestInit) => Promise<Response> {
  const reads = session.fromPartition('segment', { cache: false });
  const writes = session.fromPartition('segment-writes', { cache: false });
  const queue = createOneAtATime();
  return (url, init) => {
    if (init.method === undefined || init.method === 'GET') {
      return reads.fetch(url, { ...init, credentials: 'omit' });
    }
    // Chromium sends any request again by itself, POST too, when a connection that was used before
    // breaks under it. A write therefore gets a new connection, which no other write is using.
    return queue.run(async () => {
      await writes.closeAllConnections();
      return writes.fetch(url, { ...init, credentials: 'omit' });
    });
  };
}

/** Cuts the page's own session off from every network: defence behind the content security policy. */
export function cutOffNetwork(page: Session): void {
  page.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'] },
    (_details, answer) => answer({ cancel: true }),
  );
}
