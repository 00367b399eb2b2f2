'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ArticleContent } from '@/flows/knowledge/article';
import { formatDay } from '@/lib/i18n/format';
import { Banner } from '@/lib/ui/banner';
import { Button } from '@/lib/ui/button';
import { languageName } from '../../../flows/[flowId]/_editor/language-name';
import type { useArticleDraft } from './use-article-draft';

/** Parts that two people changed: both versions, side by side, and the choice. Nothing is dropped before it is made. */
export function ClashPanel({ article }: { article: ReturnType<typeof useArticleDraft> }) {
  const t = useTranslations('articles.editor.clash');
  const locale = useLocale();
  const { stored, clashes, settle } = article;
  return (
    <Banner tone="caution" title={t('title', { name: stored.updatedBy?.name ?? t('somebody') })}>
      {t('text')}
      <ul className="mt-3 flex flex-col gap-3">
        {clashes.map((clash) => (
          <li key={clash.part} className="rounded-md border border-line bg-surface p-3">
            <p className="text-xs font-strong text-ink">{partName(clash.part)}</p>
            <div className="mt-2 grid gap-3 sm:grid-cols-2">
              {(['mine', 'theirs'] as const).map((whose) => (
                <div key={whose} className="flex flex-col items-start gap-2">
                  <p className="text-xs text-ink-3">{t(whose)}</p>
                  <p lang={clash.part.split('.')[1]} className="text-sm whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">{shown(clash[whose], clash.part) || t('nothing')}</p>
                  <Button size="sm" onClick={() => settle(clash, whose)}>{t(`keep.${whose}`)}</Button>
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Banner>
  );

  function partName(part: string): string {
    const [name, language] = part.split('.');
    return language === undefined ? t(`part.${name}`) : t(`part.${name}`, { language: languageName(language, locale) });
  }
  function shown(content: ArticleContent, part: string): string {
    const [name, language = ''] = part.split('.');
    if (name === 'tags') return content.tags.join(', ');
    if (name === 'phrasings') return (content.phrasings[language] ?? []).join('\n');
    if (name === 'title' || name === 'answer') return content[name][language] ?? '';
    const day = (at: number | null): string => (at === null ? '…' : formatDay(at, Date.now(), locale));
    return `${day(content.validFrom)} – ${day(content.validTo === null ? null : content.validTo - 1)}`;
  }
}
