import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { requestLocale } from './request-locale';

const asked = (headers: Record<string, string>) => requestLocale({ headers } as unknown as IncomingMessage);

test.each([
  [{}, 'en'],
  [{ 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.8' }, 'fr'],
  [{ 'accept-language': 'de, en;q=0.5, fr;q=0.7' }, 'fr'],
  [{ 'accept-language': 'de' }, 'en'],
  [{ 'accept-language': ';;;q=,,=' }, 'en'],
  [{ 'accept-language': 'fr', cookie: 'a=b; relais_locale=en' }, 'en'],
  [{ 'accept-language': 'fr', cookie: 'relais_locale=<script>' }, 'fr'],
])('%j speaks %s', (headers, locale) => {
  expect(asked(headers)).toBe(locale);
});
