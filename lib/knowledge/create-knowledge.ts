import { addPhrasing } from './add-phrasing';
import { archiveArticle } from './archive-article';
import { createArticle } from './create-article';
import { getArticle } from './get-article';
import type { Knowledge } from './knowledge';
import type { KnowledgeDeps } from './knowledge-deps';
import { listArticles } from './list-articles';
import { listUnanswered } from './list-unanswered';
import { saveArticle } from './save-article';
import { settleQuestion } from './settle-question';
import { storedArticles } from './stored-articles';

/** The use cases on articles over the database. */
export function createKnowledge(deps: KnowledgeDeps): Knowledge {
  return {
    all: (caller) => storedArticles(deps.prisma, caller.workspace.id),
    list: (caller) => listArticles(deps, caller),
    get: (caller, id) => getArticle(deps, caller, id),
    create: (caller, input) => createArticle(deps, caller, input),
    save: (caller, input) => saveArticle(deps, caller, input),
    archive: (caller, input) => archiveArticle(deps, caller, input),
    unanswered: (caller) => listUnanswered(deps, caller),
    settle: (caller, input) => settleQuestion(deps, caller, input),
    addPhrasing: (caller, input) => addPhrasing(deps, caller, input),
  };
}
