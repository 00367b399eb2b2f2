import type { IncomingMessage } from 'node:http';

/** Bytes of one request body. */
export const LONGEST_BODY = 64 * 1024;
/** A body beyond the limit is read to here and thrown away, so that an honest client gets to read the refusal. */
const MOST_DISCARDED = 8 * 1024 * 1024;

export type Body = { ok: true; bytes: Buffer } | { ok: false; code: 'body-too-large' | 'body-interrupted' };

/** The whole body, or why there is none. Never rejects. */
export function readBody(request: IncomingMessage): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LONGEST_BODY) chunks.push(chunk);
      else chunks.length = 0;
      if (size > MOST_DISCARDED) {
        request.pause();
        resolve({ ok: false, code: 'body-too-large' });
      }
    });
    request.on('end', () => resolve(size > LONGEST_BODY ? { ok: false, code: 'body-too-large' } : { ok: true, bytes: Buffer.concat(chunks) }));
    request.on('error', () => resolve({ ok: false, code: 'body-interrupted' }));
    request.on('close', () => resolve({ ok: false, code: 'body-interrupted' }));
  });
}
