import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPageHeader } from './read-page-header';

const SECRET = 'a secret of this process';
const READER = { locale: 'fr', theme: 'dark', user: { id: 'u1', name: 'Inès Moreau' }, roles: ['manager'], workspace: { id: 'w1', name: 'Maison Lumen' } };

function sign(value: unknown, secret = SECRET): string {
  const payload = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  return `${payload}.${createHmac('sha256', secret).update(payload).digest('base64url')}`;
}

test('a signed header tells who reads', () => {
  expect(readPageHeader(sign(READER), SECRET)).toEqual(READER);
});

test('signed for nobody, it still tells language and theme', () => {
  expect(readPageHeader(sign({ locale: 'fr-CA', theme: 'light', user: null, roles: [], workspace: null }), SECRET)).toEqual({ locale: 'fr', theme: 'light', user: null, roles: [], workspace: null });
});

test.each([
  ['no header', null, SECRET],
  ['an empty header', '', SECRET],
  ['no secret', sign(READER), undefined],
  ['an empty secret', sign(READER, ''), ''],
  ['another secret', sign(READER, 'guessed'), SECRET],
  ['no signature', sign(READER).split('.')[0] ?? '', SECRET],
  ['a signature of something else', `${Buffer.from('{"locale":"fr"}').toString('base64url')}.${sign(READER).split('.')[1]}`, SECRET],
  ['a cut signature', sign(READER).slice(0, -4), SECRET],
  ['signed, but not JSON', sign('{'), SECRET],
  ['signed, but another shape', sign({ user: 'Inès' }), SECRET],
])('%s counts as nobody', (_, header, secret) => {
  expect(readPageHeader(header, secret)).toBeNull();
});
