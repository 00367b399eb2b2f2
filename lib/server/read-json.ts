import type { IncomingMessage } from 'node:http';
import { Refusal } from '@/lib/refusal';
import { readBody } from './read-body';

/** The body as JSON; refuses `unsupported-media-type`, `too-large`, `malformed-json` (which includes text that is not UTF-8). */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  if (!/^application\/json(\s*;|$)/i.test(request.headers['content-type'] ?? '')) throw new Refusal('unsupported', 'unsupported-media-type');
  const body = await readBody(request, limit);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Refusal('invalid', 'malformed-json');
  }
}
