'use client';

import { useState } from 'react';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import type { FieldSpec } from '../../_form/field-spec';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { useFieldTexts } from './use-field-texts';

/** A number within its bounds, or none where it may be left out; what is out of them is not stored and goes when the field is left. */
export function NumberField({ spec, path, value, hideLabel = false }: DataFieldProps<FieldSpec & { kind: 'number' }>) {
  const { set, unset, seal, readOnly } = useFieldForm();
  const { label, help, error, warning } = useFieldTexts(path);
  const [typing, setTyping] = useState<string | null>(null);
  const allowed = (text: string) => {
    const number = Number(text);
    const fits = text.trim() !== '' && Number.isFinite(number) && number >= (spec.minimum ?? -Infinity) && number <= (spec.maximum ?? Infinity);
    return fits && (!spec.whole || Number.isInteger(number)) ? number : null;
  };
  return (
    <Field label={label} hideLabel={hideLabel} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={error}>
      {(control) => (
        <TextInput
          {...control}
          type="number"
          inputMode={spec.whole ? 'numeric' : 'decimal'}
          min={spec.minimum}
          max={spec.maximum}
          step={spec.whole ? 1 : 'any'}
          className="tabular max-w-24"
          readOnly={readOnly}
          value={typing ?? (typeof value === 'number' ? String(value) : '')}
          onBlur={() => {
            setTyping(null);
            seal();
          }}
          onChange={(event) => {
            setTyping(event.target.value);
            const number = allowed(event.target.value);
            if (number !== null) set(path, number);
            else if (event.target.value === '' && spec.optional) unset(path);
          }}
        />
      )}
    </Field>
  );
}
