import type { IncomingMessage } from 'node:http';
import type { BodyBudget } from './body-budget';

/** Bytes of one request body. */
export const LONGEST_BODY = 64 * 1024;
/** A body beyond the limit is read to here and thrown away, so that an honest client gets to read the refusal. */
const MOST_DISCARDED = 8 * 1024 * 1024;

export type Body = { ok: true; bytes: Buffer } | { ok: false; code: 'body-too-large' | 'body-interrupted' | 'overloaded' };

/** The whole body, or why there is none. Never rejects. What is held until it is whole counts in the budget. */
export function readBody(request: IncomingMessage, budget: BodyBudget): Promise<Body> {
  let held = 0;
  const letGo = (): void => {
    budget.giveBack(held);
    held = 0;
  };
  return new Promise<Body>((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let room = true;
    const drop = (): void => {
      chunks.length = 0;
      letGo();
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (!room || size > LONGEST_BODY) drop();
      else if (budget.take(chunk.length)) {
        held += chunk.length;
        chunks.push(chunk);
      } else {
        room = false;
        drop();
      }
      if (size > MOST_DISCARDED) {
        request.pause();
        resolve({ ok: false, code: 'body-too-large' });
      }
    });
    request.on('end', () => {
      if (size > LONGEST_BODY) resolve({ ok: false, code: 'body-too-large' });
      else resolve(room ? { ok: true, bytes: Buffer.concat(chunks) } : { ok: false, code: 'overloaded' });
    });
    request.on('error', () => resolve({ ok: false, code: 'body-interrupted' }));
    request.on('close', () => resolve({ ok: false, code: 'body-interrupted' }));
  }).finally(letGo);
}
