import type { ServerResponse } from 'node:http';
import type { ApiError } from './api-error';

/** A whole answer, ready to be sent. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The success envelope. */
export function dataReply(
  status: number,
  type: string,
  headers: Readonly<Record<string, string>>,
  data: object,
): Reply {
  return { status, type, headers, body: JSON.stringify({ data }) };
}

/** The failure envelope: an `errors` array, even for 401, 404, 405, 413, 429 and 500. */
export function errorReply(error: ApiError, headers: Readonly<Record<string, string>>): Reply {
  return {
    status: error.status,
    type: 'application/json',
    headers: { ...headers, ...error.headers },
    body: JSON.stringify({ errors: error.errors }),
  };
}

/** What a proxy in front of an API says when the API does not answer: HTML, without an envelope. */
export const BAD_GATEWAY: Reply = {
  status: 502,
  type: 'text/html',
  headers: {},
  body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n',
};

/** Sends the answer; `truncated` promises the whole, sends half and cuts the connection. */
export function send(response: ServerResponse, reply: Reply, truncated: boolean): void {
  if (response.destroyed || response.headersSent) return;
  const bytes = Buffer.from(reply.body);
  response.writeHead(reply.status, {
    ...reply.headers,
    'Content-Type': reply.type,
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
  });
  if (!truncated) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}
