import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { pageContext } from '../../../_shell/page-context';
import { ArticlePlace } from './_editor/article-place';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'articles')('editor.page') };
}

/** One article, written and tried. */
export default async function ArticlePage({ params, searchParams }: { params: Promise<{ articleId: string }>; searchParams: Promise<{ language?: string | string[] }> }) {
  const [{ articleId }, { language }] = await Promise.all([params, searchParams]);
  return <ArticlePlace key={articleId} id={articleId} wanted={typeof language === 'string' ? language : null} />;
}
