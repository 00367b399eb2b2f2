'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';
import { TextInput } from '@/lib/ui/text-input';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { useFieldTexts } from './use-field-texts';

/** No bound, the day of the conversation, or a day of the calendar. */
export function DayField({ path, value, hideLabel = false }: DataFieldProps) {
  const t = useTranslations('studio.day');
  const { set, unset, seal, readOnly } = useFieldForm();
  const { label, help, error, warning } = useFieldTexts(path);
  const day = typeof value === 'string' && value !== 'today' ? value : null;
  const mode = day !== null ? 'fixed' : value === 'today' ? 'today' : 'none';
  const choose = (next: string) => {
    if (next === 'none') unset(path);
    else set(path, next === 'today' ? 'today' : new Date().toISOString().slice(0, 10));
  };
  return (
    <Field label={label} hideLabel={hideLabel} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={error}>
      {(control) => (
        <div className="grid grid-cols-2 gap-2">
          <Select
            {...control}
            value={mode}
            disabled={readOnly}
            onValueChange={choose}
            options={[{ value: 'none', label: t('none') }, { value: 'today', label: t('today') }, { value: 'fixed', label: t('fixed') }]}
          />
          {day !== null && (
            <TextInput
              type="date"
              aria-label={t('date', { label })}
              value={day}
              readOnly={readOnly}
              onBlur={seal}
              onChange={(event) => {
                if (event.target.value !== '') set(path, event.target.value);
              }}
            />
          )}
        </div>
      )}
    </Field>
  );
}
