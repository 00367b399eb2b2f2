import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { articleSchema } from '../knowledge/article';
import { articleSearch } from '../knowledge/article-search';
import data from './articles.json';

const articles = z.array(articleSchema).parse(data);
const search = articleSearch(articles, 1);
const ask = (query: string, language: string) => search({ query, language, limit: 3, now: 0 });

/** Ways to ask for each article that none of its phrasings uses. */
const heldOut: [id: string, fr: string, en: string][] = [
  ['change-flight', 'Puis-je prendre le vol du lendemain ?', 'Can I take the flight on the next day?'],
  ['refund-status', 'Vous ne m’avez pas encore remboursé', 'You have not refunded me yet'],
  ['no-delivery-slot', 'Je ne trouve aucun créneau pour samedi', 'I can’t find any slot for Saturday'],
  ['change-delivery-address', 'je veux une autre adresse pour ce colis', 'i want another address for this parcel'],
  ['order-tracking', 'Mon colis est parti quand ?', 'Where has my package got to?'],
  ['return-item', 'Comment vous renvoyer une suspension qui ne me convient pas ?', 'How do I go about returning a light?'],
  ['damaged-item', 'Ma lampe était cassée dans le carton', 'My lamp was broken in the box'],
  ['warranty', 'La garantie est-elle de deux ans ?', 'Is the guarantee two years?'],
  ['invoice', 'il me faut la facture de mon achat', 'i need the invoice for my purchase'],
  ['payment-methods', 'Vous acceptez quels paiements ?', 'What payments do you take?'],
  ['cancel-order', 'Peut-on annuler une commande passée ce matin ?', 'Can an order placed this morning be cancelled?'],
  ['shop-hours', 'Le magasin ouvre-t-il le lundi matin ?', 'Does the shop open on Monday mornings?'],
  ['delivery-cost-and-time', 'À combien s’élèvent les frais de livraison ?', 'What does delivery cost?'],
  ['choose-bulb', 'Quelle ampoule LED pour une applique ?', 'Which LED bulb for a wall light?'],
  ['installation-appointment', 'Je voudrais un électricien pour installer un lustre', 'I would like an electrician to install a chandelier'],
  ['reset-password', 'Je ne me souviens plus de mon mot de passe', 'I don’t remember my password'],
];

describe('the articles of the customer service flow', () => {
  it('are each asked for in both languages alike, and once more here', () => {
    expect(articles.map(({ id }) => id)).toEqual(heldOut.map(([id]) => id));
    for (const { phrasings: { fr = [], en = [] } } of articles) expect([fr.length, fr.length >= 6]).toEqual([en.length, true]);
    for (const [, ...questions] of heldOut) {
      for (const question of questions) expect(articles.flatMap(({ phrasings }) => Object.values(phrasings).flat())).not.toContain(question);
    }
  });

  it.each(articles)('$id is answered to its title', ({ id, title }) => {
    for (const language of ['fr', 'en']) {
      const { outcome, candidates } = ask(title[language] ?? '', language);
      expect([language, outcome, candidates[0]?.id]).toEqual([language, 'answered', id]);
    }
  });

  it.each(heldOut)('%s comes first to %s, %s', (id, fr, en) => {
    expect(ask(fr, 'fr').candidates[0]?.id).toBe(id);
    expect(ask(en, 'en').candidates[0]?.id).toBe(id);
  });
});
