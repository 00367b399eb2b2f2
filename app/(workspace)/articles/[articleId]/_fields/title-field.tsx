'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { LONGEST_TITLE } from '../../_logic/lengths';
import type { LocalizedFieldProps } from './field-props';

/** The question the article answers: found by its words, and a button where the assistant is not sure. */
export function TitleField({ draft, edit, language, readOnly }: LocalizedFieldProps) {
  const t = useTranslations('articles.editor.title');
  return (
    <Field label={t('label')} help={t('help')}>
      {(control) => (
        <TextInput {...control} lang={language} readOnly={readOnly} maxLength={LONGEST_TITLE} value={draft.title[language] ?? ''}
          onChange={({ target: { value } }) => edit((content) => ({ ...content, title: { ...content.title, [language]: value } }))} />
      )}
    </Field>
  );
}
