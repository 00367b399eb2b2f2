import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { authSecret } from './auth-secret';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relais-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('it is made once, then kept', () => {
  const first = authSecret(folder);
  expect(first.length).toBeGreaterThanOrEqual(64);
  expect(authSecret(folder)).toBe(first);
  expect(authSecret(join(folder, 'other'))).not.toBe(first);
});

test.skipIf(process.platform === 'win32')('only its owner may read it, whatever was there before', () => {
  authSecret(folder);
  const file = join(folder, 'auth-secret');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  chmodSync(file, 0o644);
  authSecret(folder);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('an emptied file is refused rather than used', () => {
  writeFileSync(join(folder, 'auth-secret'), '');
  expect(() => authSecret(folder)).toThrowError('no usable secret');
});
