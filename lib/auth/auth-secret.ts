import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of randomness in a new secret. */
const SIZE = 48;

/**
 * The installation's secret, made on first use in `<dataDir>/auth-secret` (readable by its owner only).
 * It signs cookies and visitor tokens: whoever deletes it signs everybody out.
 * Throws when the file holds less than a secret, rather than running on a guessable one.
 */
export function authSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'auth-secret');
  try {
    // Never replaces: two processes starting at once must end with one secret.
    writeFileSync(file, randomBytes(SIZE).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!isExists(error)) throw error;
    chmodSync(file, 0o600);
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32) throw new Error(`${file} holds no usable secret (32 characters or more)`);
  return secret;
}

function isExists(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
