import type { ArticleContent } from '@/flows/knowledge/article';

/** What every field of an article works on. */
export interface ArticleFieldProps {
  draft: ArticleContent;
  edit: (change: (content: ArticleContent) => ArticleContent) => void;
  readOnly: boolean;
}

/** A field that is written in each language. */
export interface LocalizedFieldProps extends ArticleFieldProps {
  language: string;
}
