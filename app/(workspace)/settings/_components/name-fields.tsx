'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Field } from '@/lib/ui/field';
import { Skeleton } from '@/lib/ui/skeleton';
import { TextInput } from '@/lib/ui/text-input';
import { languageName } from '@/lib/i18n/language-name';
import { useLanguages } from '../_logic/use-languages';

export interface NameFieldsProps {
  value: Record<string, string>;
  onChange: (value: Record<string, string>) => void;
  /** Nothing is written in any language. */
  missing: boolean;
  autoFocus?: boolean;
}

/** A name in each language of the workspace. */
export function NameFields({ value, onChange, missing, autoFocus = false }: NameFieldsProps) {
  const t = useTranslations('settings.name');
  const locale = useLocale();
  const languages = useLanguages();
  return (
    <div className="grid gap-3 sm:grid-cols-2" aria-busy={languages.length === 0 || undefined}>
      {languages.length === 0 ? ['first', 'second'].map((key) => <Skeleton key={key} className="mt-5 h-8" />) : null}
      {languages.map((language, index) => (
        <Field key={language} label={t('in', { language: languageName(language, locale) })} error={missing && index === 0 ? t('missing') : null}>
          {(control) => (
            <TextInput {...control} lang={language} autoComplete="off" maxLength={80} autoFocus={autoFocus && index === 0} value={value[language] ?? ''} onChange={(event) => onChange({ ...value, [language]: event.target.value })} />
          )}
        </Field>
      ))}
    </div>
  );
}
