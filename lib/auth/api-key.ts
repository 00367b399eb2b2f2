import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'rk_';

/** A new key: 256 random bits, with a prefix by which scanners for lost secrets know it. */
export function newApiKey(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/** What is kept of a key. It has 256 bits of its own: no slow hash is needed, and a look-up by it tells nothing. */
export function apiKeyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
