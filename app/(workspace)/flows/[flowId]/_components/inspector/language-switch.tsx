'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Locale } from '@/flows/document/localized-text';
import { Segmented } from '@/lib/ui/segmented';
import { Select } from '@/lib/ui/select';
import { languageName } from '@/lib/i18n/language-name';
import { useEditor } from '../../_editor/use-editor';

const MOST_SEGMENTS = 4;

/** The language the cards show and the form edits, each with how many texts it lacks, or that it lacks none. */
export function LanguageSwitch({ missing }: { missing: Readonly<Record<Locale, number>> }) {
  const t = useTranslations('studio.language');
  const language = useEditor((editor) => editor.language);
  const languages = useEditor((editor) => editor.document.languages);
  const setLanguage = useEditor((editor) => editor.setLanguage);
  if (languages.length < 2) return null;
  const lacks = (each: Locale) => missing[each] ?? 0;
  if (languages.length > MOST_SEGMENTS) {
    const named = (value: Locale) => (lacks(value) > 0 ? t('named', { language: languageName(value, value), count: lacks(value) }) : languageName(value, value));
    return <Select aria-label={t('label')} value={language} onValueChange={setLanguage} options={languages.map((value) => ({ value, lang: value, label: named(value) }))} />;
  }
  return (
    <Segmented
      className="self-start"
      label={t('label')}
      value={language}
      onValueChange={setLanguage}
      options={languages.map((value) => ({
        value,
        lang: value,
        // Read aloud in the order it is seen in: the language first.
        label: (
          <>
            {languageName(value, value)}
            {lacks(value) > 0 ? (
              <span role="img" aria-label={t('missing', { count: lacks(value) })} title={t('missing', { count: lacks(value) })} className="tabular rounded-full bg-caution-tint px-1.5 text-2xs font-medium text-caution">{lacks(value)}</span>
            ) : (
              <Check role="img" aria-label={t('complete')} size={14} strokeWidth={2} className="text-accent" />
            )}
          </>
        ),
      }))}
    />
  );
}
