/**
 * Where the window's page comes from: `app://gatehouse/`, our own protocol. In
 * development the page comes from the dev server on this machine instead.
 */

/** The scheme of our page. */
export const APP_SCHEME = 'app';
/** Its host: there is one page only. */
export const APP_HOST = 'gatehouse';
/** What the window loads. */
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/index.html`;

/**
 * Says whether a URL is a page of ours. `developmentUrl` is the dev server's
 * address, `null` outside development. An empty or malformed URL is not ours.
 * `URL.origin` is no help: it is the string "null" for a scheme that Node does
 * not know, so that every such origin would look alike.
 */
export function isOurPage(address: string, developmentUrl: string | null): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol === `${APP_SCHEME}:`) return url.host === APP_HOST;
  if (developmentUrl === null || !URL.canParse(developmentUrl)) return false;
  return url.origin === new URL(developmentUrl).origin;
}

/**
 * The dev server's address, when it is one: plain http on this machine. Any
 * other would get the bridge, so it counts as none.
 */
export function devServerOf(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1') ? address : null;
}
