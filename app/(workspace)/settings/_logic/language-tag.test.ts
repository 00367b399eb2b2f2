import { expect, test } from 'vitest';
import { languageTag } from './language-tag';

test.each([['es', 'es'], ['pt-br', 'pt-BR'], ['FR-ca', 'fr-CA'], ['xx', null], ['french', null], ['', null], ['e', null]])('%j is %j', (code, tag) => {
  expect(languageTag(code)).toBe(tag);
});
