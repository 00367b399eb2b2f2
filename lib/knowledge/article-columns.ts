import type { ArticleContent } from '@/flows/knowledge/article';

/** What is written in an article, as its row holds it. */
export function articleColumns({ title, phrasings, answer, tags, validFrom, validTo }: ArticleContent) {
  return {
    title: JSON.stringify(title),
    phrasings: JSON.stringify(phrasings),
    answer: JSON.stringify(answer),
    tags: JSON.stringify(tags),
    validFrom: validFrom === null ? null : BigInt(validFrom),
    validTo: validTo === null ? null : BigInt(validTo),
  };
}
