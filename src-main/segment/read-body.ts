import { SegmentError } from './segment-error';

/**
 * Reads a body as text, stopping as soon as it is larger than `limit` bytes
 * (after decompression), so that no server can fill the memory.
 *
 * @throws SegmentError `tooLarge`; what the stream throws when the connection breaks
 */
export async function readBody(response: Response, limit: number, endpoint: string): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      // Nobody waits for the rest; what goes wrong while dropping it changes nothing.
      reader.cancel().catch(() => undefined);
      throw new SegmentError('tooLarge', `The answer to ${endpoint} is larger than ${limit} bytes.`, {
        endpoint,
        status: response.status,
      });
    }
    chunks.push(value);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
