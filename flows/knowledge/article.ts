import { z } from 'zod';
import { localeSchema, localizedTextSchema } from '../document/localized-text';

const instant = z.number().int();

/**
 * An answer the workspace knows. `phrasings` are questions customers ask for it, per language; `validFrom` (inclusive)
 * and `validTo` (exclusive) are epoch milliseconds, null = no limit; `revision` grows with each change.
 */
export const articleSchema = z.object({
  id: z.string().min(1),
  title: localizedTextSchema,
  phrasings: z.record(localeSchema, z.array(z.string().max(400)).max(500)),
  answer: localizedTextSchema,
  tags: z.array(z.string().max(80)).max(50),
  validFrom: instant.nullable(),
  validTo: instant.nullable(),
  revision: z.number().int().nonnegative(),
});
export type Article = z.infer<typeof articleSchema>;

/** What is written in an article. */
export const articleContentSchema = articleSchema.omit({ id: true, revision: true });
export type ArticleContent = z.infer<typeof articleContentSchema>;
