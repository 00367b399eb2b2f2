import { describe, expect, it } from 'vitest';
import { articleBase } from './article-base';
import type { Article } from './article';

const article = (id: string, more: Partial<Article>): Article => ({
  id, title: { fr: `Titre ${id}` }, phrasings: {}, answer: { fr: `Réponse ${id}` }, tags: [], validFrom: null, validTo: null, revision: 1, ...more,
});
const asked = { limit: 3, now: 0 };

describe('articleBase', () => {
  it('never gives an article that has no answer in the language yet', () => {
    const base = articleBase([article('colis', { title: { fr: 'Où est mon colis', en: 'Where is my parcel' } }), article('retour', { title: { fr: 'Comment rendre une lampe' }, answer: { fr: ' ' } })], 3);
    expect(base.search({ ...asked, query: 'où est mon colis', language: 'fr' }).outcome).toBe('answered');
    expect(base.search({ ...asked, query: 'where is my parcel', language: 'en' })).toEqual({ outcome: 'none', candidates: [], version: 3 });
    expect(base.search({ ...asked, query: 'comment rendre une lampe', language: 'fr' }).candidates.map(({ id }) => id)).not.toContain('retour');
  });

  it('builds one index for languages that no article tells apart, and none for those it does not know', () => {
    const base = articleBase([article('colis', { title: { fr: 'Où est mon colis', en: 'Where is my parcel' } })], 1);
    expect([base.has('fr'), base.has('fr-CA'), base.has('de')]).toEqual([false, false, true]);
    expect([...base.build('fr-CA')].length).toBeGreaterThan(1);
    expect([base.has('fr'), base.has('fr-CA'), base.has('en')]).toEqual([true, true, false]);
    expect([...base.build('fr')]).toEqual([]);
    expect(base.search({ ...asked, query: 'ou est mon colis', language: 'fr-CA' }).candidates[0]?.id).toBe('colis');
  });
});
