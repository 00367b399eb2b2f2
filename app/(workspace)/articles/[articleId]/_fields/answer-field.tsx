'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatNumber } from '@/lib/i18n/format';
import { Field } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/text-area';
import { LONGEST_ANSWER } from '../../_logic/lengths';
import type { LocalizedFieldProps } from './field-props';

/** From this share of what a message may hold on, what is left is told. */
const NEAR = 0.8;

/** What the customer reads, word for word. */
export function AnswerField({ draft, edit, language, readOnly }: LocalizedFieldProps) {
  const t = useTranslations('articles.editor.answer');
  const locale = useLocale();
  const answer = draft.answer[language] ?? '';
  const left = LONGEST_ANSWER - answer.length;
  return (
    <Field
      label={t('label')}
      help={answer.trim() === '' ? t('missing') : t('help')}
      aside={answer.length > NEAR * LONGEST_ANSWER ? <span className="tabular text-xs text-ink-3">{t('left', { count: left, shown: formatNumber(left, locale) })}</span> : null}
    >
      {(control) => (
        <TextArea {...control} lang={language} readOnly={readOnly} rows={5} maxHeight="50vh" maxLength={LONGEST_ANSWER} value={answer}
          onChange={({ target: { value } }) => edit((content) => ({ ...content, answer: { ...content.answer, [language]: value } }))} />
      )}
    </Field>
  );
}
