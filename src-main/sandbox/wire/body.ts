import type { IncomingMessage } from 'node:http';
import { ApiError, invalid } from './api-error';

/** The largest request body that is read, in bytes: 1 MiB. */
export const LARGEST_BODY = 1024 * 1024;
/** Beyond this much a too large body is not even drained. */
const LARGEST_DRAINED = 64 * LARGEST_BODY;

function tooLarge(): ApiError {
  return new ApiError(413, [
    { type: 'PayloadTooLarge', message: `the body is larger than ${LARGEST_BODY} bytes` },
  ]);
}

/** Reads the body whole. A too large one is drained first, so that the client gets to read the 413. */
async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= LARGEST_BODY) chunks.push(bytes);
    if (size > LARGEST_DRAINED) request.destroy();
  }
  if (size > LARGEST_BODY) throw tooLarge();
  return Buffer.concat(chunks);
}

function isJsonType(contentType: string | undefined): boolean {
  if (contentType === undefined) return true;
  const [type = ''] = contentType.toLowerCase().split(';');
  return type.trim() === 'application/json' || /^application\/[\w.-]+\+json$/.test(type.trim());
}

/**
 * The body as JSON, whichever of the API's media types it is sent as; 413 when
 * it is too large, 422 when it is missing or not JSON (the API has no 400).
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBytes(request);
  if (!isJsonType(request.headers['content-type'])) throw invalid('body', 'must be sent as JSON');
  if (bytes.length === 0) throw invalid('body', 'is missing');
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw invalid('body', 'is not valid JSON');
  }
}
