import { SegmentError } from './segment-error';

/** Words and codes of Node (undici) and of Chromium's network stack, as they occur in errors of fetch. */
const REDIRECTED = /redirect/i;
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS|ERR_SSL|EPROTO|PINNED_KEY/;
const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_INTERNET_DISCONNECTED|ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_TIMED_OUT|ERR_ADDRESS_UNREACHABLE|ERR_PROXY_CONNECTION_FAILED|ERR_NETWORK_ACCESS_DENIED/;
/** A code that may be told: nothing but capitals, digits and underscores. */
const TELLABLE = /\b(?:net::)?([A-Z][A-Z0-9_]{4,60})\b/;

/** The messages and codes of an error and of what caused it, down to a few levels. */
function wordsOf(error: unknown): string[] {
  const words: string[] = [];
  let current = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
    for (const property of ['code', 'message']) {
      const value: unknown = Reflect.get(current, property);
      if (typeof value === 'string') words.push(value);
    }
    const errors: unknown = Reflect.get(current, 'errors');
    current = Reflect.get(current, 'cause') ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return words;
}

/**
 * What an error of `fetch` means. The error itself is left behind: its text
 * could hold a header, and so the token.
 */
export function networkFailure(error: unknown, endpoint: string): SegmentError {
  const words = wordsOf(error).join(' ');
  if (REDIRECTED.test(words)) return redirected(endpoint);
  const code = TELLABLE.exec(words)?.[1];
  const told = code === undefined ? '' : ` (${code})`;
  if (UNTRUSTED.test(words)) {
    return new SegmentError('untrusted', `The server’s certificate is not trusted${told}.`, { endpoint });
  }
  if (UNREACHABLE.test(words)) {
    return new SegmentError('offline', `The server cannot be reached${told}.`, { endpoint });
  }
  return new SegmentError('dropped', `The connection broke off${told}.`, { endpoint });
}

/** The error for a server that points elsewhere. */
export function redirected(endpoint: string, status?: number): SegmentError {
  return new SegmentError('redirect', `${endpoint} was redirected to another address.`, {
    endpoint,
    ...(status === undefined ? {} : { status }),
  });
}
