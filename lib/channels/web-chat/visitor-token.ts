import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Who a browser is. Nothing in it is secret; the signature makes it true. */
export interface VisitorClaims {
  visitorId: string;
  /** BCP 47, as asked for when the token was made. */
  language: string;
  /** Epoch milliseconds. */
  issuedAt: number;
}

const LIFETIME_MS = 400 * 86_400_000;
const LONGEST_TOKEN = 1024;
const VERSION = 'v1';
const payloadSchema = z.object({ v: z.string(), l: z.string(), i: z.number() });

/** `v1.<payload>.<HMAC-SHA256>`, all base64url. */
export function issueVisitorToken(secret: string, claims: VisitorClaims): string {
  const payload = Buffer.from(JSON.stringify({ v: claims.visitorId, l: claims.language, i: claims.issuedAt })).toString('base64url');
  return `${VERSION}.${payload}.${sign(secret, payload).toString('base64url')}`;
}

/** The claims of a token we made at most 400 days ago (browsers keep nothing longer); null for anything else. */
export function readVisitorToken(secret: string, token: string, now: number): VisitorClaims | null {
  if (token.length > LONGEST_TOKEN) return null;
  const [version, payload, signature, ...rest] = token.split('.');
  if (version !== VERSION || !payload || !signature || rest.length > 0) return null;
  const given = Buffer.from(signature, 'base64url');
  const expected = sign(secret, payload);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const claims = payloadSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  if (!claims.success || claims.data.i + LIFETIME_MS < now) return null;
  return { visitorId: claims.data.v, language: claims.data.l, issuedAt: claims.data.i };
}

/**
 * The key that signs one connection's tokens. The program's secret also signs sessions: deriving a key for this
 * one use keeps the kinds of signature apart, and one connection's visitors out of another.
 */
export function connectionSecret(secret: string, connectionId: string): string {
  return createHmac('sha256', secret).update(`relais visitor ${VERSION}\n${connectionId}`).digest('base64url');
}

function sign(secret: string, payload: string): Buffer {
  return createHmac('sha256', secret).update(payload).digest();
}
