import type { ServerResponse } from 'node:http';
import { REFUSAL_STATUS, type Refusal } from '@/lib/refusal';

/** Answers a refusal as `{ error: { code, message, … } }`. Closes the connection where a body may be left unread. */
export function sendError(response: ServerResponse, refusal: Refusal, sentence: (code: string) => string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = JSON.stringify({ error: { ...refusal.data, code: refusal.code, message: sentence(refusal.code) } });
  response.writeHead(REFUSAL_STATUS[refusal.kind], {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...((refusal.kind === 'too-large' || refusal.kind === 'unavailable') && { Connection: 'close' }),
    ...(typeof refusal.data['retryAfter'] === 'number' && { 'Retry-After': String(refusal.data['retryAfter']) }),
  });
  response.end(body);
}
