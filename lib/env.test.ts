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
  ['RELAIS_HTTP_ALLOW', 'orders.internal'],
  ['RELAIS_HTTP_ALLOW', 'http://orders.internal:80'],
])('%s=%s is refused by name', (variable, value) => {
  expect(() => readEnv({ [variable]: value })).toThrowError(EnvError);
  expect(() => readEnv({ [variable]: value })).toThrowError(variable);
});

test('hosts inside the house are named with their port', () => {
  expect(readEnv({}).httpAllow).toEqual([]);
  expect(readEnv({ RELAIS_HTTP_ALLOW: 'Orders.internal:8080, [fd00::5]:443' }).httpAllow).toEqual([{ host: 'orders.internal', port: 8080 }, { host: '[fd00::5]', port: 443 }]);
});
