import { expect, test } from 'vitest';
import { readPageHeader } from '@/app/_shell/read-page-header';
import { signPageHeader, type PageReader } from '@/lib/server/page-header';

const reader: PageReader = { locale: 'fr', theme: 'dark', user: { id: 'u', name: 'Inès — « Moreau »' }, roles: ['manager'], workspace: { id: 'w', name: 'Maison Lumen' } };

test('what the server signs, the pages read', () => {
  expect(readPageHeader(signPageHeader(reader, 'secret'), 'secret')).toEqual(reader);
});

test('another secret, a changed payload, a cut signature and no secret at all are nobody', () => {
  const header = signPageHeader(reader, 'secret');
  const [payload = '', signature = ''] = header.split('.');
  const forged = Buffer.from(JSON.stringify({ ...reader, roles: ['administrator'] })).toString('base64url');
  for (const [value, secret] of [
    [header, 'other'],
    [`${forged}.${signature}`, 'secret'],
    [`${payload}.${signature.slice(0, 20)}`, 'secret'],
    [payload, 'secret'],
    [`${payload}.`, 'secret'],
    [header, undefined],
    [header, ''],
  ] as const) {
    expect(readPageHeader(value, secret)).toBeNull();
  }
});
