'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '@/lib/ui/button-style';
import { EmptyState } from '@/lib/ui/empty-state';
import { ErrorMessage } from '@/lib/ui/error-message';
import { SlowNotice } from '@/lib/ui/slow-notice';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';
import { ArticleEditor } from './article-editor';
import { EditorSkeleton } from './editor-skeleton';

const GONE = new Set(['article-unknown', 'not-found', 'invalid-input']);

/** Reads an article and all others it is searched among, then opens it. `wanted` is the language to open it in. */
export function ArticlePlace({ id, wanted }: { id: string; wanted: string | null }) {
  const t = useTranslations('articles.editor');
  const trpc = useTRPC();
  // What is being written here is not replaced from behind: a save says when somebody else was faster.
  const article = useQuery(trpc.knowledge.get.queryOptions({ id }, { staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false }));
  const all = useQuery(trpc.knowledge.all.queryOptions());
  const me = useQuery(trpc.session.me.queryOptions());
  const retry = (): void => void Promise.all([article.refetch(), all.refetch(), me.refetch()]);
  const error = article.error ?? all.error ?? me.error;

  if (article.data && all.data && me.data) {
    const { permissions, workspace, locale } = me.data;
    return <ArticleEditor view={article.data} all={all.data.articles} languages={workspace.languages} wanted={wanted ?? locale} readOnly={!permissions.includes('knowledge.edit')} />;
  }
  if (error && GONE.has(errorCode(error))) {
    return (
      <EmptyState as="h1" drawing="search" title={t('unknown.title')} actions={<Link href="/articles" className={buttonStyle({ variant: 'primary' })}>{t('unknown.back')}</Link>}>
        {t('unknown.text')}
        {/* For whoever is asked about it. */}
        <code className="mt-2 block font-mono text-xs text-ink-3">{errorCode(error)}</code>
      </EmptyState>
    );
  }
  if (error) {
    return (
      <div className="p-6">
        <h1 className="sr-only">{t('page')}</h1>
        <ErrorMessage code={errorCode(error)} onRetry={retry} />
      </div>
    );
  }
  return (
    <>
      <h1 className="sr-only">{t('page')}</h1>
      <EditorSkeleton />
      <SlowNotice onRetry={retry} />
    </>
  );
}
