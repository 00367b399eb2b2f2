import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { articleSchema } from '@/flows/knowledge/article';
import { articleSearch } from '@/flows/knowledge/article-search';
import type { SearchKnowledge } from '@/flows/engine/engine-types';
import { CliError } from './cli-error';
import type { CommandContext } from './command-context';
import { placeOf } from './place-of';
import { readJsonFile } from './read-json-file';

/** The search over a file of articles: the one named, else `articles.json` beside the flow. Undefined where there is none. */
export function readArticles(flowFile: string, named: string | undefined, context: CommandContext): SearchKnowledge | undefined {
  const file = named ?? join(dirname(flowFile), 'articles.json');
  if (named === undefined && !existsSync(file)) return undefined;
  const articles = z.array(articleSchema).safeParse(readJsonFile(file, context));
  if (!articles.success) throw new CliError(context.say('file.notArticles', { file, ...placeOf(articles.error, context.say) }));
  return articleSearch(articles.data, 1);
}
