import type { Locale } from '@/flows/document/localized-text';
import { articleBase, type ArticleBase } from '@/flows/knowledge/article-base';
import type { KnowledgeSource } from '@/lib/store/knowledge-needed';
import { storedArticle } from '@/flows/knowledge/stored-article';
import type { KnowledgeShelf } from '@/lib/store/turn-records';
import type { KnowledgeBase } from './turn/turn-deps';

/** Text of the articles kept, in characters; with its indexes it takes forty to eighty times as much memory, measured on 16 to 256 articles. */
const CAPACITY = 2_000_000;
/** Milliseconds after which building makes room for turns. */
const SLICE = 8;

interface Kept {
  base: ArticleBase;
  size: number;
}

export interface RuntimeKnowledge {
  /** For turns: what is not at hand is said to be missing. */
  shelf: KnowledgeShelf;
  /** For a turn that has waited long enough: what is not at hand is built on the spot. */
  atOnce: KnowledgeShelf;
  search: KnowledgeBase;
  /** Puts articles on the shelf, with the indexes of the languages asked for, in between of turns. Never rejects. */
  prepare(source: KnowledgeSource): Promise<void>;
  /** The languages a workspace was last searched in; undefined when it is not on the shelf. */
  languages(workspaceId: string): readonly Locale[] | undefined;
}

/**
 * The articles of this process, by workspace, each in one version: which one a turn has to see is read in its own
 * transaction, so that an older one is never searched, whoever changed it. The least recently used go when the texts
 * kept exceed the capacity. Articles that cannot be read are kept as such: a search in them fails its turn, and a person
 * is called, instead of refusing what customers write.
 */
export function createKnowledgeShelf(onUnreadable: (workspaceId: string, error: unknown) => void, capacity = CAPACITY): RuntimeKnowledge {
  const kept = new Map<string, Kept>();
  const underway = new Map<string, Promise<void>>();
  const asked = new Map<string, Set<Locale>>();

  function has({ workspaceId, version, languages }: Pick<KnowledgeSource, 'workspaceId' | 'version' | 'languages'>): boolean {
    const entry = kept.get(workspaceId);
    if (entry?.base.version !== version) return false;
    kept.delete(workspaceId);
    kept.set(workspaceId, entry);
    return languages.every((language) => entry.base.has(language));
  }

  function* build(source: KnowledgeSource): Generator<undefined, void> {
    const { workspaceId, version, languages } = source;
    const before = kept.get(workspaceId);
    if (before && before.base.version > version) return;
    const entry = before?.base.version === version ? before : { base: yield* read(source, onUnreadable), size: sizeOf(source) };
    for (const language of languages) yield* entry.base.build(language);
    const now = kept.get(workspaceId);
    // A newer one was put there meanwhile: this one is of no use any more.
    if (now && now.base.version > version) return;
    kept.delete(workspaceId);
    kept.set(workspaceId, entry);
    asked.set(workspaceId, new Set([...(asked.get(workspaceId) ?? []), ...languages]));
    makeRoom(workspaceId);
  }

  function makeRoom(newest: string): void {
    let total = [...kept.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [workspaceId, { size }] of kept) {
      if (total <= capacity || workspaceId === newest) break;
      kept.delete(workspaceId);
      asked.delete(workspaceId);
      total -= size;
    }
  }

  return {
    shelf: { has },
    atOnce: {
      has(need) {
        if (has(need)) return true;
        if (kept.get(need.workspaceId)?.base.version !== need.version) kept.delete(need.workspaceId);
        for (const steps = build({ ...need, articles: need.articles() }); !steps.next().done; );
        return true;
      },
    },
    search(workspaceId, version, search) {
      const entry = kept.get(workspaceId);
      if (entry?.base.version !== version) throw new Error(`version ${version} of the articles is not at hand`);
      return entry.base.search(search);
    },
    prepare(source) {
      const { workspaceId } = source;
      // One after the other: many turns that wait for the same find it ready.
      const work = (underway.get(workspaceId) ?? Promise.resolve()).then(() => inSlices(build(source)));
      underway.set(workspaceId, work);
      return work.finally(() => {
        if (underway.get(workspaceId) === work) underway.delete(workspaceId);
      });
    },
    languages: (workspaceId) => (kept.has(workspaceId) ? [...(asked.get(workspaceId) ?? [])] : undefined),
  };
}

function* read({ workspaceId, version, articles }: KnowledgeSource, onUnreadable: (workspaceId: string, error: unknown) => void): Generator<undefined, ArticleBase> {
  try {
    const all = [];
    for (const row of articles) {
      all.push(storedArticle(row));
      yield;
    }
    return articleBase(all, version);
  } catch (error) {
    onUnreadable(workspaceId, error);
    return unreadable(version, error);
  }
}

function unreadable(version: number, error: unknown): ArticleBase {
  return {
    version,
    has: () => true,
    *build() {
      // Nothing can be built of it.
    },
    search() {
      throw new Error('the articles cannot be read', { cause: error });
    },
  };
}

/** Lets turns through every few milliseconds. */
async function inSlices(steps: Generator<undefined, void>): Promise<void> {
  await new Promise(setImmediate);
  let until = performance.now() + SLICE;
  while (!steps.next().done) {
    if (performance.now() < until) continue;
    await new Promise(setImmediate);
    until = performance.now() + SLICE;
  }
}

function sizeOf({ articles }: KnowledgeSource): number {
  return articles.reduce((sum, { title, phrasings, answer, tags }) => sum + title.length + phrasings.length + answer.length + tags.length, 0);
}
