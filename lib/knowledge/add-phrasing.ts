import type { Article } from '@/flows/knowledge/article';
import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import { cleanContent } from './clean-content';
import { getArticle } from './get-article';
import type { QuestionKey } from './knowledge';
import type { KnowledgeDeps } from './knowledge-deps';
import { settling, storedQuestion } from './question';
import { writeArticle } from './write-article';

/** Phrasings an article may have in one language. */
const MOST = 500;

/** Makes a question a phrasing of an article, at the end of those it has, and settles it in the same moment. */
export async function addPhrasing(deps: KnowledgeDeps, caller: Caller, { id, question }: { id: string; question: QuestionKey }): Promise<void> {
  const { language, text } = await storedQuestion(deps.prisma, caller, question);
  const { article } = await getArticle(deps, caller, id);
  const at = deps.clock.now();
  await writeArticle(deps, caller, {
    id,
    baseRevision: article.revision,
    content: cleanContent(withPhrasing(article, language, text)),
    at,
    with: [settling(deps.prisma, caller, question, at)],
  });
}

function withPhrasing(article: Article, language: string, text: string): Article {
  // An article in French takes a question asked in French of Canada.
  const home = article.title[language] === undefined && article.phrasings[language] === undefined ? (language.split('-')[0] ?? language) : language;
  const known = article.phrasings[home] ?? [];
  if (known.length >= MOST) throw new Refusal('conflict', 'too-many-phrasings');
  return { ...article, phrasings: { ...article.phrasings, [home]: [...known, text] } };
}
