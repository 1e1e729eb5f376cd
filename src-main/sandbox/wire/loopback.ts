import { ApiError } from './api-error';

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/**
 * Refuses requests that name another host: a web page whose name was made to
 * point to 127.0.0.1 (DNS rebinding) must not reach the sandbox.
 */
export function requireLoopbackHost(host: string | undefined): void {
  if (host !== undefined && LOOPBACK_HOST.test(host)) return;
  throw new ApiError(421, [
    { type: 'MisdirectedRequest', message: 'the sandbox answers on the loopback interface only' },
  ]);
}
