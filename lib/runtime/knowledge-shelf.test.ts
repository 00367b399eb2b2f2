import { describe, expect, it } from 'vitest';
import type { KnowledgeSource } from '@/lib/store/knowledge-needed';
import { createKnowledgeShelf } from './knowledge-shelf';

const source = (workspaceId: string, version: number, title = 'Opening hours', languages = ['en']): KnowledgeSource => ({
  workspaceId, version, languages,
  articles: [{ id: 'a', title: JSON.stringify({ en: title, fr: title }), phrasings: '{}', answer: '{"en":"Nine to five.","fr":"Neuf à cinq."}', tags: '[]', validFrom: null, validTo: 99n, revision: 1 }],
});
const need = (of: KnowledgeSource) => ({ ...of, articles: () => [...of.articles] });
const asked = { query: 'opening hours', language: 'en', limit: 3, now: 5 };

describe('the shelf of articles', () => {
  it('has what was put there, in that version and those languages only', async () => {
    const { shelf, prepare, search, languages } = createKnowledgeShelf(() => undefined);
    const first = source('one', 7);
    expect(shelf.has(need(first))).toBe(false);
    await prepare(first);
    expect(shelf.has(need(first))).toBe(true);
    expect([source('one', 8), source('one', 6), source('one', 7, '', ['fr']), source('two', 7)].map((other) => shelf.has(need(other)))).toEqual([false, false, false, false]);
    expect(search('one', 7, asked)).toMatchObject({ outcome: 'answered', version: 7, candidates: [{ id: 'a' }] });
    expect(() => search('one', 8, asked)).toThrow('version 8');
    await prepare(source('one', 7, '', ['fr']));
    expect([languages('one'), languages('two')]).toEqual([['en', 'fr'], undefined]);
  });

  it('keeps the newer version, whichever is ready last', async () => {
    const { shelf, prepare } = createKnowledgeShelf(() => undefined);
    await Promise.all([prepare(source('one', 9)), prepare(source('one', 8))]);
    expect([shelf.has(need(source('one', 9))), shelf.has(need(source('one', 8)))]).toEqual([true, false]);
  });

  it('builds on the spot for a turn that cannot wait, an older version too', async () => {
    const { atOnce, prepare, search } = createKnowledgeShelf(() => undefined);
    await prepare(source('one', 9));
    expect(atOnce.has(need(source('one', 3)))).toBe(true);
    expect(search('one', 3, asked).version).toBe(3);
  });

  it('lets the workspace go that was searched longest ago', async () => {
    const { shelf, prepare } = createKnowledgeShelf(() => undefined, 250);
    for (const workspaceId of ['one', 'two']) await prepare(source(workspaceId, 1));
    shelf.has(need(source('one', 1)));
    await prepare(source('three', 1));
    expect(['one', 'two', 'three'].map((workspaceId) => shelf.has(need(source(workspaceId, 1))))).toEqual([true, false, true]);
  });

  it('keeps articles that cannot be read as such: the search fails, and says why once', async () => {
    const told: string[] = [];
    const { shelf, prepare, search } = createKnowledgeShelf((workspaceId) => told.push(workspaceId));
    const [row] = source('one', 1).articles;
    if (!row) throw new Error('no article');
    const broken = { ...source('one', 1), articles: [{ ...row, answer: '{' }] };
    await prepare(broken);
    expect(shelf.has(need(broken))).toBe(true);
    expect(() => search('one', 1, asked)).toThrow('cannot be read');
    expect(told).toEqual(['one']);
  });
});
