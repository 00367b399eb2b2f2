'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ArticleCard } from '@/lib/api/view-models';
import { EmptyState } from '@/lib/ui/empty-state';
import { ErrorMessage } from '@/lib/ui/error-message';
import { errorCode } from '../../../_trpc/error-code';
import { useTRPC } from '../../../_trpc/provider';
import { ArticlesSkeleton } from '../_list/articles-skeleton';
import { UnansweredRow } from './unanswered-row';

/** What customers asked and no article answered, what was asked most first. */
export function UnansweredList({ articles, languages }: { articles: readonly ArticleCard[]; languages: readonly string[] }) {
  const t = useTranslations('articles.unanswered');
  const trpc = useTRPC();
  const unanswered = useQuery(trpc.knowledge.unanswered.queryOptions());
  if (unanswered.isError && !unanswered.data) return <ErrorMessage className="mt-4" code={errorCode(unanswered.error)} onRetry={() => void unanswered.refetch()} />;
  if (!unanswered.data) return <ArticlesSkeleton />;
  const { total, questions } = unanswered.data;
  if (questions.length === 0) {
    return (
      <div className="mt-4 rounded-lg border border-line bg-surface py-10">
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      </div>
    );
  }
  return (
    <>
      <p className="mt-4 mb-3 max-w-[72ch] text-sm text-ink-2">{t('about')}</p>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {questions.map((question) => (
          <UnansweredRow key={`${question.language} ${question.words}`} question={question} articles={articles} languages={languages} />
        ))}
      </ul>
      {total > questions.length ? <p className="tabular mt-3 text-xs text-ink-3">{t('shown', { shown: questions.length, total })}</p> : null}
    </>
  );
}
