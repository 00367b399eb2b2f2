import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SearchKnowledge } from '@/flows/engine/engine-types';
import { articleSearch } from '@/flows/knowledge/article-search';
import type { CommandContext } from './command-context';
import { readArticlesFile } from './read-articles-file';

/** The search over a file of articles: the one named, else `articles.json` beside the flow. Undefined where there is none. */
export function readArticles(flowFile: string, named: string | undefined, context: CommandContext): SearchKnowledge | undefined {
  const file = named ?? join(dirname(flowFile), 'articles.json');
  return named === undefined && !existsSync(file) ? undefined : articleSearch(readArticlesFile(file, context), 1);
}
