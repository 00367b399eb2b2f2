'use client';

import { Globe } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Select } from '@/lib/ui/select';
import { languageName } from '@/lib/i18n/language-name';
import { useEditor } from '../../../../flows/[flowId]/_editor/use-editor';
import { useSimulator } from '../../_state/simulator-context';

/** The language the customer speaks, one of the flow's or the one she came with. */
export function LanguageSelect() {
  const t = useTranslations('simulate.bar');
  const locale = useLocale();
  const languages = useEditor((editor) => editor.document.languages);
  const { state, speak } = useSimulator();
  const all = [...new Set([...languages, state.language])];
  return (
    <Select
      aria-label={t('language')}
      className="!w-auto shrink-0"
      value={state.language}
      onValueChange={speak}
      options={all.map((language) => ({ value: language, label: languageName(language, locale), icon: <Globe aria-hidden size={14} strokeWidth={1.75} className="text-ink-3" /> }))}
    />
  );
}
