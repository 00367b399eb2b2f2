import type { IncomingMessage } from 'node:http';
import { Refusal } from '@/lib/refusal';

/** The whole body, refused as soon as it exceeds `limit` bytes: a length may be announced falsely, or not at all. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new Refusal('too-large', 'too-large', { limit });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
