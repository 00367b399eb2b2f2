import { articleSchema, type Article } from './article';

/** An article as a database keeps it: its texts as JSON, its times as any driver gives them. */
export interface ArticleRow {
  id: string;
  title: string;
  phrasings: string;
  answer: string;
  tags: string;
  validFrom: number | bigint | null;
  validTo: number | bigint | null;
  revision: number;
}

/** A stored article, read. Throws on one this program cannot have written. */
export function storedArticle(row: ArticleRow): Article {
  return articleSchema.parse({
    id: row.id,
    title: JSON.parse(row.title),
    phrasings: JSON.parse(row.phrasings),
    answer: JSON.parse(row.answer),
    tags: JSON.parse(row.tags),
    validFrom: row.validFrom === null ? null : Number(row.validFrom),
    validTo: row.validTo === null ? null : Number(row.validTo),
    revision: row.revision,
  });
}
