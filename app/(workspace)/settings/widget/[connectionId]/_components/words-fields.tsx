'use client';

import { useLocale, useTranslations } from 'next-intl';
import { languageName } from '@/lib/i18n/language-name';
import { Checkbox } from '@/lib/ui/checkbox';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import type { FieldsProps } from './fields-props';

/** The languages it speaks, and how it greets in each. */
export function WordsFields({ draft, set, languages, checked }: FieldsProps & { languages: readonly string[]; checked: boolean }) {
  const t = useTranslations('settings.widget');
  const locale = useLocale();
  return (
    <section className="space-y-4">
      <h2 className="text-lg font-strong text-ink">{t('words')}</h2>
      <fieldset>
        <legend className="text-xs font-label text-ink-2">{t('languages')}</legend>
        <div className="mt-1 flex flex-wrap gap-x-6">
          {languages.map((language) => (
            <Checkbox
              key={language}
              label={languageName(language, locale)}
              checked={draft.languages.includes(language)}
              onCheckedChange={(spoken) => set({ languages: languages.filter((other) => (other === language ? spoken : draft.languages.includes(other))) })}
            />
          ))}
        </div>
        {checked && draft.languages.length === 0 ? <p role="alert" className="text-xs text-stop">{t('languagesFault')}</p> : null}
      </fieldset>
      {draft.languages.map((language) => {
        const named = languageName(language, locale);
        const input = (field: 'greeting' | 'greetingHelp') => (
          <Field label={t(field, { language: named })}>
            {(control) => (
              <TextInput {...control} lang={language} autoComplete="off" maxLength={200} placeholder={t('own')} value={draft[field][language] ?? ''} onChange={(event) => set({ [field]: { ...draft[field], [language]: event.target.value } })} />
            )}
          </Field>
        );
        return <div key={language} className="grid gap-4 sm:grid-cols-2">{input('greeting')}{input('greetingHelp')}</div>;
      })}
    </section>
  );
}
