import { articleSchema, type Article } from '@/flows/knowledge/article';
import { z } from 'zod';
import { CliError } from './cli-error';
import type { CommandContext } from './command-context';
import { placeOf } from './place-of';
import { readJsonFile } from './read-json-file';

/** What may be left out of an article written by hand: it is valid at all times. */
const fileSchema = z.array(
  articleSchema.extend({
    phrasings: articleSchema.shape.phrasings.default({}),
    tags: articleSchema.shape.tags.default([]),
    validFrom: articleSchema.shape.validFrom.default(null),
    validTo: articleSchema.shape.validTo.default(null),
    revision: articleSchema.shape.revision.default(1),
  }),
);

/** The articles of a JSON file. Stops the command when they are none. */
export function readArticlesFile(file: string, context: CommandContext): Article[] {
  const articles = fileSchema.safeParse(readJsonFile(file, context));
  if (!articles.success) throw new CliError(context.say('file.notArticles', { file, ...placeOf(articles.error, context.say) }));
  return articles.data;
}
