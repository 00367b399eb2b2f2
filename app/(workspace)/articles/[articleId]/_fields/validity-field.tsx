'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { endOf, firstDay, lastDay, startOf } from '../../_logic/day';
import type { ArticleFieldProps } from './field-props';

/** The days on which customers get the article; an open end is no limit. */
export function ValidityField({ draft, edit, readOnly }: ArticleFieldProps) {
  const t = useTranslations('articles.editor.validity');
  const reversed = draft.validFrom !== null && draft.validTo !== null && draft.validFrom >= draft.validTo;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-xs font-label text-ink-2">{t('label')}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('from')}>
          {(control) => (
            <TextInput {...control} type="date" readOnly={readOnly} max="9999-12-31" value={firstDay(draft.validFrom)}
              onChange={({ target: { value } }) => edit((content) => ({ ...content, validFrom: startOf(value) }))} />
          )}
        </Field>
        <Field label={t('until')} error={reversed ? t('reversed') : null}>
          {(control) => (
            <TextInput {...control} type="date" readOnly={readOnly} max="9999-12-31" value={lastDay(draft.validTo)}
              onChange={({ target: { value } }) => edit((content) => ({ ...content, validTo: endOf(value) }))} />
          )}
        </Field>
      </div>
      <p className="text-xs text-ink-3">{t('help')}</p>
    </fieldset>
  );
}
