import { expect, test } from 'vitest';
import { createLog } from './log';

function written(entry: object): string {
  let output = '';
  createLog('info', { write: (line) => void (output += line) }).info(entry, 'message');
  return output;
}

test.each([
  [{ password: 's3cret-word' }],
  [{ body: { password: 's3cret-word' } }],
  [{ request: { body: { password: 's3cret-word' } } }],
  [{ req: { headers: { authorization: 's3cret-word', cookie: 's3cret-word' } } }],
  [{ headers: { 'set-cookie': 's3cret-word', 'x-relais-page': 's3cret-word' } }],
  [{ message: { text: 's3cret-word' } }],
  [{ contact: { email: 's3cret-word', phone: 's3cret-word' } }],
])('credentials and personal data are not written: %j', (entry) => {
  const output = written(entry);
  expect(output).toContain('[redacted]');
  expect(output).not.toContain('s3cret-word');
});

test('what is not secret is written', () => {
  expect(written({ path: '/trpc/flows.list' })).toContain('/trpc/flows.list');
});

test('of an error its kind, words, code and step are written, and nothing else it carries', () => {
  const output = written({ err: Object.assign(new TypeError('no such step', { cause: new Error('the map is empty') }), { code: 'turn-threw', node: 'ask', circumstances: { facts: { said: 's3cret-word' } }, body: 's3cret-word' }) });
  expect(JSON.parse(output)).toMatchObject({ err: { type: 'TypeError', code: 'turn-threw', node: 'ask' } });
  expect(output).toMatch(/no such step.*the map is empty/);
  expect(output).not.toContain('s3cret-word');
});

test('what was thrown and is no error is not written', () => {
  expect(written({ err: { body: 's3cret-word' } })).not.toContain('s3cret-word');
  expect(written({ err: 's3cret-word' })).not.toContain('s3cret-word');
});
