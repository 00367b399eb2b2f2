export type ArticlesView = 'articles' | 'unanswered' | 'archived';

/** The list an address asks for. */
export function viewOf(wanted: string | string[] | undefined): ArticlesView {
  return wanted === 'unanswered' || wanted === 'archived' ? wanted : 'articles';
}
