'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Segmented } from '@/lib/ui/segmented';
import { Select } from '@/lib/ui/select';
import { languageName } from '@/lib/i18n/language-name';
import { useEditor } from '../../_editor/use-editor';

const MOST_SEGMENTS = 4;

/** The language the cards show and the form edits. `done` are those in which nothing is missing. */
export function LanguageSwitch({ done }: { done: readonly string[] }) {
  const t = useTranslations('studio.language');
  const language = useEditor((editor) => editor.language);
  const languages = useEditor((editor) => editor.document.languages);
  const setLanguage = useEditor((editor) => editor.setLanguage);
  if (languages.length < 2) return null;
  if (languages.length > MOST_SEGMENTS) {
    return <Select aria-label={t('label')} value={language} onValueChange={setLanguage} options={languages.map((value) => ({ value, lang: value, label: languageName(value, value) }))} />;
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
        label: languageName(value, value),
        ...(done.includes(value) && { icon: <Check role="img" aria-label={t('complete')} size={14} strokeWidth={2} className="order-last text-accent" /> }),
      }))}
    />
  );
}
