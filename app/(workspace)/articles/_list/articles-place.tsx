'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Badge } from '@/lib/ui/badge';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Segmented } from '@/lib/ui/segmented';
import { SlowNotice } from '@/lib/ui/slow-notice';
import { PageHeader } from '../../../_shell/page-header';
import { errorCode } from '../../../_trpc/error-code';
import { useTRPC } from '../../../_trpc/provider';
import type { ArticlesView } from '../_logic/view-of';
import { UnansweredList } from '../_unanswered/unanswered-list';
import { ArticlesList } from './articles-list';
import { ArticlesSkeleton } from './articles-skeleton';
import { NewArticle } from './new-article';

/** The articles, the archived ones, and the questions that none answers: three lists of one place. */
export function ArticlesPlace({ view }: { view: ArticlesView }) {
  const t = useTranslations('articles');
  const trpc = useTRPC();
  const router = useRouter();
  const articles = useQuery(trpc.knowledge.list.queryOptions());
  const me = useQuery(trpc.session.me.queryOptions());
  const mayEdit = me.data?.permissions.includes('knowledge.edit') ?? false;
  const unanswered = useQuery(trpc.knowledge.unanswered.queryOptions(undefined, { enabled: mayEdit }));

  const all = articles.data ?? [];
  const current = all.filter(({ archivedAt }) => archivedAt === null);
  const archived = all.filter(({ archivedAt }) => archivedAt !== null);
  const open = unanswered.data?.total ?? 0;
  const languages = me.data?.workspace.languages ?? [];
  // Who may not write has nothing to choose from.
  const shown = mayEdit ? view : 'articles';
  const empty = articles.isSuccess && current.length === 0;

  return (
    <>
      <PageHeader
        title={t('title')}
        summary={articles.isSuccess && !empty ? t('summary', { articles: current.length, questions: open, edits: mayEdit ? 'yes' : 'no' }) : null}
        actions={mayEdit && !(empty && shown === 'articles') ? <NewArticle languages={languages} /> : null}
      />
      {articles.isError && !articles.data ? <ErrorMessage className="mt-6" code={errorCode(articles.error)} onRetry={() => void articles.refetch()} /> : null}
      {articles.isPending || me.isPending ? (
        <>
          <ArticlesSkeleton />
          <SlowNotice onRetry={() => void articles.refetch()} />
        </>
      ) : null}
      {articles.data && me.data ? (
        <>
          {mayEdit ? (
            <Segmented
              className="mt-6"
              label={t('views.label')}
              value={shown}
              onValueChange={(next) => router.replace(next === 'articles' ? '/articles' : `/articles?view=${next}`, { scroll: false })}
              options={[
                { value: 'articles', label: t('views.articles') },
                { value: 'unanswered', label: <>{t('views.unanswered')}<Badge count={open} tone="quiet" label={t('views.open', { count: open })} /></> },
                { value: 'archived', label: t('views.archived') },
              ]}
            />
          ) : null}
          {shown === 'articles' ? <ArticlesList articles={current} languages={languages} mayEdit={mayEdit} /> : null}
          {shown === 'archived' ? <ArticlesList articles={archived} languages={languages} mayEdit={mayEdit} archived /> : null}
          {shown === 'unanswered' ? <UnansweredList articles={current} languages={languages} /> : null}
        </>
      ) : null}
    </>
  );
}
