import { expect, test } from 'vitest';
import { cliLanguage } from './cli-language.mjs';

test.each([
  [[], { LANG: 'fr_FR.UTF-8' }, 'fr'],
  [[], { LANG: 'fr_CA.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
  [[], { LANG: 'fr_FR.UTF-8', LC_ALL: '' }, 'fr'],
  [[], { LANG: 'C' }, 'en'],
  [['--language', 'fr'], { LANG: 'en' }, 'fr'],
  [['check', '--language=fr'], { LANG: 'en' }, 'fr'],
  [['--language', 'de'], { LANG: 'fr' }, 'en'],
  [['--language'], { LANG: 'fr' }, 'fr'],
])('%j with %j speaks %s', (args, environment, language) => {
  expect(cliLanguage(args, environment)).toBe(language);
});
