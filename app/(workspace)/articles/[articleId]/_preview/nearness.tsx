'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import type { RankedArticle } from '@/flows/knowledge/rank-articles';
import { THRESHOLDS } from '@/flows/knowledge/thresholds';

export interface NearnessProps {
  /** The nearest first. */
  ranked: readonly RankedArticle[];
  own: string;
  titleOf: (id: string) => string;
  language: string;
}

/** How near each article is to the question, in words and against the two lines that decide. */
export function Nearness({ ranked, own, titleOf, language }: NearnessProps) {
  const t = useTranslations('articles.preview.nearness');
  return (
    <section aria-label={t('label')}>
      <h3 className="text-xs font-label text-ink-2">{t('label')}</h3>
      <ol className="mt-2 flex flex-col gap-2.5">
        {ranked.map(({ id, score, verbatim }) => {
          const near = verbatim ? 'verbatim' : score >= THRESHOLDS.answered ? 'sure' : score >= THRESHOLDS.unsure ? 'unsure' : 'far';
          return (
            <li key={id}>
              <p className="flex items-baseline justify-between gap-3 text-xs">
                <span lang={language} className={clsx('min-w-0 truncate', id === own ? 'font-strong text-ink' : 'text-ink-2')}>{titleOf(id)}</span>
                <span className="tabular shrink-0 text-ink-3">{t('score', { near, percent: Math.round(score * 100) })}</span>
              </p>
              <div aria-hidden className="relative mt-1 h-1.5 rounded-full bg-line">
                <div className={clsx('h-full rounded-full', near === 'sure' || near === 'verbatim' ? 'bg-accent' : near === 'unsure' ? 'bg-caution-fill' : 'bg-line-control')} style={{ width: `${score * 100}%` }} />
                {[THRESHOLDS.unsure, THRESHOLDS.answered].map((line) => <span key={line} className="absolute -top-0.5 h-2.5 w-px bg-ink-3" style={{ left: `${line * 100}%` }} />)}
              </div>
            </li>
          );
        })}
      </ol>
      <p className="mt-3 text-xs text-ink-3">{t('lines', { answered: Math.round(THRESHOLDS.answered * 100), unsure: Math.round(THRESHOLDS.unsure * 100) })}</p>
    </section>
  );
}
