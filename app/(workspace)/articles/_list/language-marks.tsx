'use client';

import { Check, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ArticleCard } from '@/lib/api/view-models';
import { Chip } from '@/lib/ui/chip';
import { languageName } from '../../flows/[flowId]/_editor/language-name';

/** The workspace's languages: in which the article stands whole, and in which its title or answer is missing. */
export function LanguageMarks({ article, languages }: { article: ArticleCard; languages: readonly string[] }) {
  const t = useTranslations('articles.language');
  const locale = useLocale();
  return (
    <span className="inline-flex flex-wrap gap-1">
      {languages.map((language) => {
        const whole = article.written.includes(language);
        const hint = t(whole ? 'written' : 'missing', { language: languageName(language, locale) });
        return (
          <Chip
            key={language}
            title={hint}
            tone={whole ? 'outlined' : 'caution'}
            icon={whole ? <Check aria-hidden size={12} strokeWidth={2} className="shrink-0 text-accent" /> : <TriangleAlert aria-hidden size={12} strokeWidth={2} className="shrink-0" />}
          >
            <span aria-hidden lang="">{language}</span>
            <span className="sr-only">{hint}</span>
          </Chip>
        );
      })}
    </span>
  );
}
