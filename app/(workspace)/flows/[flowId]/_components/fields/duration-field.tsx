'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';
import { TextInput } from '@/lib/ui/text-input';
import { DURATION_UNITS, durationParts, isoDuration, type DurationUnit } from '../../_form/duration-parts';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { useFieldTexts } from './use-field-texts';

/** An amount and its unit. An amount being typed that is no amount yet is not stored. */
export function DurationField({ path, value, hideLabel = false }: DataFieldProps) {
  const t = useTranslations('studio.duration');
  const { set, seal, readOnly } = useFieldForm();
  const { label, help, error, warning } = useFieldTexts(path);
  const parts = durationParts(typeof value === 'string' ? value : '') ?? { amount: 0, unit: 'minutes' as const };
  const [chosen, setChosen] = useState<DurationUnit | null>(null);
  const [typing, setTyping] = useState<string | null>(null);
  const shown = inUnit(parts, chosen);
  return (
    <Field label={label} hideLabel={hideLabel} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={error}>
      {(control) => (
        <div className="grid grid-cols-[88px_1fr] gap-2">
          <TextInput
            {...control}
            type="number"
            inputMode="numeric"
            min={1}
            className="tabular"
            readOnly={readOnly}
            value={typing ?? String(shown.amount)}
            onBlur={() => {
              setTyping(null);
              seal();
            }}
            onChange={(event) => {
              setTyping(event.target.value);
              const amount = Number(event.target.value);
              if (Number.isInteger(amount) && amount >= 1) {
                setChosen(shown.unit);
                set(path, isoDuration({ amount, unit: shown.unit }));
              }
            }}
          />
          <Select
            aria-label={t('unit', { label })}
            value={shown.unit}
            disabled={readOnly}
            onValueChange={(unit) => {
              setChosen(unit as DurationUnit);
              set(path, isoDuration({ amount: Math.max(1, shown.amount), unit: unit as DurationUnit }));
            }}
            options={DURATION_UNITS.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))}
          />
        </div>
      )}
    </Field>
  );
}

/** 120 minutes stay minutes while the person has chosen minutes. */
function inUnit(parts: { amount: number; unit: DurationUnit }, wanted: DurationUnit | null) {
  if (wanted === null || wanted === parts.unit) return parts;
  const seconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };
  const amount = (parts.amount * seconds[parts.unit]) / seconds[wanted];
  return Number.isInteger(amount) ? { amount, unit: wanted } : parts;
}
