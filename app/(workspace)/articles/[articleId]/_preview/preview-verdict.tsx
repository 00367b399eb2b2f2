'use client';

import { CircleCheck, CircleHelp, CircleSlash } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { KnowledgeResult } from '@/flows/knowledge/search-knowledge';

export interface PreviewVerdictProps {
  /** Something is asked. */
  asked: boolean;
  /** Null while the articles are being read through. */
  found: KnowledgeResult | null;
  /** Id of the article being written. */
  own: string;
  titleOf: (id: string) => string;
  language: string;
}

/** In one sentence: what the assistant does with the question. */
export function PreviewVerdict({ asked, found, own, titleOf, language }: PreviewVerdictProps) {
  const t = useTranslations('articles.preview.verdict');
  if (!asked) return <p className="text-xs text-ink-3">{t('nothing')}</p>;
  if (!found) return <p aria-busy className="text-xs text-ink-3">{t('searching')}</p>;
  const first = found.candidates[0]?.id ?? '';
  const icon = { 'aria-hidden': true, size: 16, strokeWidth: 1.75 } as const;
  const mine = found.outcome === 'answered' && first === own;
  return (
    <p role="status" className="flex gap-2 text-sm font-medium text-ink">
      <span className="mt-0.5 shrink-0">
        {found.outcome === 'answered' ? <CircleCheck {...icon} className={mine ? 'text-accent' : 'text-ink-2'} /> : found.outcome === 'unsure' ? <CircleHelp {...icon} className="text-caution" /> : <CircleSlash {...icon} className="text-caution" />}
      </span>
      {mine ? (
        t('own')
      ) : found.outcome === 'answered' ? (
        <span>{t('other')} <span lang={language}>{titleOf(first)}</span></span>
      ) : found.outcome === 'unsure' ? (
        t(found.candidates.some(({ id }) => id === own) ? 'offered' : 'offeredOthers', { count: found.candidates.length })
      ) : (
        t('none')
      )}
    </p>
  );
}
