import { articleContentSchema, type ArticleContent } from '@/flows/knowledge/article';
import { z } from 'zod';

const keptSchema = z.object({ revision: z.number(), base: articleContentSchema, draft: articleContentSchema });
export type KeptDraft = z.infer<typeof keptSchema>;

const keyOf = (id: string): string => `relais.article.${id}`;

/** Puts what is written and not saved aside for this tab. */
export function keepDraft(id: string, kept: { revision: number; base: ArticleContent; draft: ArticleContent }): void {
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(kept));
  } catch {
    // The tab's storage is full or closed: what is written stays in memory, and leaving the page asks first.
  }
}

export function dropDraft(id: string): void {
  sessionStorage.removeItem(keyOf(id));
}

/** What this tab had put aside; null when there is nothing. */
export function keptDraft(id: string): KeptDraft | null {
  try {
    return keptSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}
