import { expect, test } from 'vitest';
import { EnvError, readEnv } from './env';

test('an empty environment gives the documented defaults', () => {
  const env = readEnv({});
  expect(env).toMatchObject({ port: 3000, publicUrl: null, logLevel: 'warn' });
  expect(env.dataDir).toMatch(/[\\/]data$/);
});

test('an empty variable counts as absent', () => {
  expect(readEnv({ PORT: '', RELAIS_DATA: '' }).port).toBe(3000);
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['PORT', '80.5'],
  ['RELAIS_URL', 'not an address'],
  ['RELAIS_URL', 'ftp://relais.example'],
  ['RELAIS_LOG', 'loud'],
])('%s=%s is refused by name', (variable, value) => {
  expect(() => readEnv({ [variable]: value })).toThrowError(EnvError);
  expect(() => readEnv({ [variable]: value })).toThrowError(variable);
});
