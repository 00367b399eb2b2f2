import type { Metadata } from 'next';
import { translator } from '@/lib/i18n/translator';
import { PageBody } from '../../_shell/page-body';
import { pageContext } from '../../_shell/page-context';
import { ArticlesPlace } from './_list/articles-place';
import { viewOf } from './_logic/view-of';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageContext();
  return { title: translator(locale, 'articles')('title') };
}

/** What the workspace knows, and the questions it does not answer yet. */
export default async function ArticlesPage({ searchParams }: { searchParams: Promise<{ view?: string | string[] }> }) {
  return <PageBody><ArticlesPlace view={viewOf((await searchParams).view)} /></PageBody>;
}
