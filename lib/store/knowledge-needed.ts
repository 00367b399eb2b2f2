import type { Locale } from '@/flows/document/localized-text';
import type { ArticleRow } from '@/flows/knowledge/stored-article';

/** The articles of one version, as they are stored, and the languages they are to be searched in. */
export interface KnowledgeSource {
  workspaceId: string;
  version: number;
  languages: readonly Locale[];
  articles: readonly ArticleRow[];
}

/**
 * A turn may search articles that are not at hand in the version it has to see. Nothing was accepted; whoever delivers
 * puts them on the shelf, in its own time, and delivers again.
 */
export class KnowledgeNeededError extends Error {
  override readonly name = 'KnowledgeNeededError';

  constructor(readonly source: KnowledgeSource) {
    super(`version ${source.version} of the articles is not at hand`);
  }
}
