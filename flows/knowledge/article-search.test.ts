import { expect, it } from 'vitest';
import type { Article } from './article';
import { articleSearch } from './article-search';

const article = (id: string, fr: string, en: string): Article => ({
  id, title: { fr, en }, phrasings: {}, answer: { fr: `${fr} oui`, en: `${en} yes` }, tags: [], validFrom: null, validTo: null, revision: 1,
});
const search = articleSearch([article('parcel', 'Où est mon colis ?', 'Where is my parcel?'), article('refund', 'Comment être remboursé ?', 'How do I get a refund?')], 7);

it('gives what is found with its title and answer, and the version searched', () => {
  const asked = { query: 'where is my parcel', limit: 3, now: 0 };
  expect(search({ ...asked, language: 'en' })).toEqual({
    outcome: 'answered',
    version: 7,
    candidates: [{ id: 'parcel', title: { fr: 'Où est mon colis ?', en: 'Where is my parcel?' }, answer: { fr: 'Où est mon colis ? oui', en: 'Where is my parcel? yes' } }],
  });
  expect(search({ ...asked, language: 'fr', query: 'comment etre rembourse' }).candidates[0]?.id).toBe('refund');
  expect(search({ ...asked, language: 'fr', query: 'vendez-vous des chiens' })).toEqual({ outcome: 'none', version: 7, candidates: [] });
});
