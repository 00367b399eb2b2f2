import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument } from '@/flows/document/flow-document';
import { findFolded } from './find-folded';
import { flowTexts } from './flow-texts';
import { searchFlow } from './search-flow';

describe('finding words', () => {
  it.each([
    ['Réclamation', 'reclam', 'Réclam'],
    ['RECLAMATION', 'réclam', 'RECLAM'],
    ['Re\u0301clamation', 'réclamation', 'Re\u0301clamation'],
    ['le cœur', 'COEUR', 'cœur'],
    ['Votre commande\u202f?', 'commande ?', 'commande\u202f?'],
    ['l’adresse', "l'adresse", 'l’adresse'],
    ['🙂 Straße', 'strasse', 'Straße'],
  ])('in %j finds %j', (text, query, found) => {
    const at = findFolded(text, query);
    expect(at && text.slice(at.start, at.end)).toBe(found);
  });

  it('finds nothing for nothing, and nothing that is not there', () => {
    expect(findFolded('abc', '  ')).toBeNull();
    expect(findFolded('abc', 'abd')).toBeNull();
  });
});

describe('searching a flow', () => {
  it('looks into titles, messages in every language, labels, wordings, conditions, ids and variables', () => {
    const found = (query: string) => searchFlow(flowTexts(flow(), ['ask', 'decide']), query).matches.map(({ node, language, place }) => [node, language, place.kind === 'field' ? place.path : place.kind]);
    expect(found('quel est le problème')).toEqual([['ask', 'fr', 'message']]);
    expect(found('TOPIC')).toEqual([['ask', 'en', 'title'], [null, null, 'variable']]);
    expect(found('colis')).toEqual([['ask', 'fr', 'options.label'], ['ask', 'fr', 'options.synonyms']]);
    expect(found('ask')).toEqual([['ask', null, 'id']]);
    expect(found('total >')).toEqual([['decide', null, 'cases.expression']]);
    expect(found('sujet')).toEqual([[null, 'fr', 'variable']]);
    expect(found('all')).toEqual([]);
  });

  it('shows the part of a long text around the words, and counts what it leaves out', () => {
    const text = `${'mot '.repeat(40)}aiguille ${'foin '.repeat(60)}`;
    const { matches } = searchFlow([{ text, language: 'fr', node: 'a', place: { kind: 'title' } }], 'AIGUILLE');
    const [match] = matches;
    expect(match?.snippet.slice(match.start, match.end)).toBe('aiguille');
    expect(match?.snippet.length).toBeLessThan(130);
    expect(match?.snippet).toMatch(/^…mot .*…$/u);
    const many = Array.from({ length: 130 }, () => ({ text: 'one', language: null, node: 'a', place: { kind: 'id' as const } }));
    expect(searchFlow(many, 'one')).toMatchObject({ more: 30, matches: { length: 100 } });
  });
});

function flow(): FlowDocument {
  const at = { x: 0, y: 0 };
  return {
    ...emptyDocument('Flow', ['en', 'fr']),
    variables: [{ name: 'topic', type: 'text', scope: 'conversation', label: { en: 'Subject', fr: 'Sujet' } }],
    nodes: {
      ask: {
        id: 'ask', type: 'choices', version: 1, position: at, title: { en: 'Topic', fr: 'Thème' },
        data: {
          message: { parts: [{ kind: 'text', text: { en: 'What is wrong?', fr: 'Quel est le probleme\u202f?' } }] },
          options: [{ id: 'parcel', label: { en: 'A box', fr: 'Un colis' }, synonyms: { fr: ['mon colis', 'paquet'] } }],
          tries: 2, retry: {}, noReply: null,
        },
      },
      decide: { id: 'decide', type: 'condition', version: 1, position: at, title: {}, data: { cases: [{ id: 'a', name: {}, match: 'all', tests: [], expression: 'total > 3' }] } },
    },
    edges: {},
  };
}
