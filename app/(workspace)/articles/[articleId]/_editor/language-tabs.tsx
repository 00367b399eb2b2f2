'use client';

import { Check, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ArticleContent } from '@/flows/knowledge/article';
import { isWritten } from '@/flows/knowledge/is-written';
import { Segmented } from '@/lib/ui/segmented';
import { Select } from '@/lib/ui/select';
import { languageName } from '../../../flows/[flowId]/_editor/language-name';

const MOST_SEGMENTS = 4;

/** The language that is written and tried; each says whether title and answer stand in it. */
export function LanguageTabs({ languages, draft, language, onLanguage }: { languages: readonly string[]; draft: ArticleContent; language: string; onLanguage: (language: string) => void }) {
  const t = useTranslations('articles.editor.language');
  if (languages.length > MOST_SEGMENTS) {
    return <Select aria-label={t('label')} value={language} onValueChange={onLanguage} options={languages.map((value) => ({ value, lang: value, label: languageName(value, value) }))} />;
  }
  return (
    <Segmented
      className="self-start"
      label={t('label')}
      value={language}
      onValueChange={onLanguage}
      options={languages.map((value) => ({
        value,
        lang: value,
        label: languageName(value, value),
        icon: isWritten(draft, value) ? (
          <Check role="img" aria-label={t('written')} size={14} strokeWidth={2} className="order-last text-accent" />
        ) : (
          <TriangleAlert role="img" aria-label={t('missing')} size={14} strokeWidth={1.75} className="order-last text-caution" />
        ),
      }))}
    />
  );
}
