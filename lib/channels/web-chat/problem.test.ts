import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errors as en } from '@/lib/i18n/messages/en/widget.json';
import { errors as fr } from '@/lib/i18n/messages/fr/widget.json';
import { PROBLEM_CODES } from './problem';

const read = (path: string): string => readFileSync(new URL(`../../../docs/${path}`, import.meta.url), 'utf8');

test.each(PROBLEM_CODES)('%s has a page with its sentences, and stands in the protocol', (code) => {
  const page = read(`errors/${code}.md`);
  expect(page).toContain(en[code]);
  expect(page).toContain(fr[code]);
  expect(read('widget-protocol.md')).toContain(`| \`${code}\` |`);
});
