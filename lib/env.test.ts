import { expect, test } from 'vitest';
import { EnvError, readEnv } from './env';

test('an empty environment gives the documented defaults', () => {
  const env = readEnv({});
  expect(env).toMatchObject({ port: 3000, publicUrl: null, logLevel: 'warn' });
  expect(env.dataDir).toMatch(/[\\/]data$/);
});

test('the database is the file in the data folder unless a PostgreSQL address is given', () => {
  expect(readEnv({ RELAIS_DATA: '/x' }).database).toMatch(/[\\/]relais\.db$/);
  for (const url of ['postgres://a@b/c', 'postgresql://a:b@127.0.0.1:5433/c']) expect(readEnv({ DATABASE_URL: url }).database).toBe(url);
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
  ['DATABASE_URL', 'mysql://relais'],
  ['DATABASE_URL', 'file:./x.db'],
  ['RELAIS_SECRET', 'short'],
])('%s=%s is refused by name', (variable, value) => {
  expect(() => readEnv({ [variable]: value })).toThrowError(EnvError);
  expect(() => readEnv({ [variable]: value })).toThrowError(variable);
});

test('hosts inside the house are named with their port', () => {
  expect(readEnv({}).httpAllow).toEqual([]);
  expect(readEnv({ RELAIS_HTTP_ALLOW: 'Orders.internal:8080, [fd00::5]:443' }).httpAllow).toEqual([{ host: 'orders.internal', port: 8080 }, { host: '[fd00::5]', port: 443 }]);
});
