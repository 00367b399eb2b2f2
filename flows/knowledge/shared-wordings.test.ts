import { expect, it } from 'vitest';
import type { Article } from './article';
import { sharedWordings } from './shared-wordings';

const article = (id: string, title: string, ...phrasings: string[]): Article => ({ id, title: { fr: title }, phrasings: { fr: phrasings, en: ['ok'] }, answer: {}, tags: [], validFrom: null, validTo: null, revision: 1 });

it('finds the wordings another article has too, whatever their case, accents and signs', () => {
  const mine = article('a', 'Où est mon colis ?', 'Ma commande', 'Suivi');
  const shared = sharedWordings(mine, [mine, article('b', 'Commande', 'ou est mon COLIS'), article('c', 'ma commande !', '???')], 'fr');
  expect([...shared].map(([words, { id }]) => [words, id])).toEqual([['ou est mon colis', 'b'], ['ma commande', 'c']]);
  expect(sharedWordings(mine, [mine], 'en').size).toBe(0);
});
