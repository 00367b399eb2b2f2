'use client';

import { FilePlus2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ArticleCard, UnansweredCard } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { Chip } from '@/lib/ui/chip';
import { Time } from '@/lib/ui/time';
import { languageName } from '../../flows/[flowId]/_editor/language-name';
import { AddToArticle } from './add-to-article';
import { useQuestionActs } from './use-question-acts';

/** One question: how often it was asked, what became of it, and the three ways to deal with it. */
export function UnansweredRow({ question, articles, languages }: { question: UnansweredCard; articles: readonly ArticleCard[]; languages: readonly string[] }) {
  const t = useTranslations('articles.unanswered');
  const locale = useLocale();
  const { write, add, putAside, busy } = useQuestionActs(question);
  const { language, text, outcome, times, lastAskedAt } = question;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 border-b border-line px-5 py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-72">
        <p lang={language} className="text-md font-medium text-ink [overflow-wrap:anywhere]">{text}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
          <strong className="tabular font-strong text-ink-2">{t('times', { count: times })}</strong>
          <span aria-hidden>·</span>
          <span>{t('last')} <Time at={lastAskedAt} className="tabular" /></span>
          {languages.length > 1 ? <Chip tone="outlined">{languageName(language, locale)}</Chip> : null}
          <Chip tone="sunken">{t(`outcome.${outcome}`)}</Chip>
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" icon={<FilePlus2 aria-hidden size={14} strokeWidth={1.75} />} busy={busy === 'write'} onClick={write}>{t('write')}</Button>
        <AddToArticle question={question} articles={articles} languages={languages} busy={busy === 'add'} onAdd={add} />
        <Button size="sm" variant="quiet" busy={busy === 'aside'} onClick={putAside}>{t('aside')}</Button>
      </div>
    </li>
  );
}
